package vn.kt1.gateway.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.testing.HandClock;

/** Who is reminded of what waits for an answer, and in which words. */
class HeldRemindersTest {

  private static final Instant SINCE = Instant.parse("2026-11-20T02:00:00Z");

  private final HandClock clock = new HandClock("2026-11-22T23:30:00+07:00");
  private final HeldReminders reminders =
      new HeldReminders(
          mock(HeldShipments.class),
          mock(Notices.class),
          DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")),
          clock);

  @Test
  void a_sender_is_told_once_a_day_what_waits_and_since_when() {
    Notice notice = only(waiting("hp-eoffice", "hai-phong", 2));
    assertThat(notice.kind()).isEqualTo(Notice.Kind.SLA);
    assertThat(notice.subject()).isEqualTo("[KT1] SLA HELD-20261122-hp-eoffice");
    assertThat(notice.recipient()).isEqualTo(Recipient.partner("hp-eoffice"));
    assertThat(notice.text()).contains("S-1  09:00 20/11/2026", "S-2", "2 bưu gửi", "2 shipments");
    clock.advance(Duration.ofMinutes(20));
    assertThat(only(waiting("hp-eoffice", "hai-phong", 2)).occasion()).isEqualTo(notice.occasion());
    clock.advance(Duration.ofMinutes(20));
    assertThat(only(waiting("hp-eoffice", "hai-phong", 2)).occasion())
        .as("the next day in Vietnam")
        .isNotEqualTo(notice.occasion());
  }

  @Test
  void fifty_are_named_and_the_others_counted() {
    Unanswered many = new Unanswered("hp-eoffice", "hai-phong", 61, waiting("", "", 50).first());
    Notice notice = only(many);
    assertThat(notice.text()).contains("61 shipments", "11 more", "11 bưu gửi khác");
    assertThat(notice.text().lines().filter(line -> line.startsWith("    S-"))).hasSize(100);
  }

  @Test
  void one_sender_in_two_provinces_gets_one_mail() {
    List<Notice> notices =
        reminders.compose(
            List.of(
                waiting("hp-eoffice", "hai-phong", 40), waiting("hp-eoffice", "quang-ngai", 40)));
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).text()).contains("80 shipments", "30 more");
  }

  @Test
  void a_clerk_has_no_mailbox_so_the_department_is_told_by_the_unit() {
    Notice notice = only(waiting("clerk:H24.61", "hai-phong", 1));
    assertThat(notice.recipient()).isEqualTo(Recipient.department("hai-phong"));
    assertThat(notice.subject()).isEqualTo("[KT1] SLA HELD-20261122-H24.61");
  }

  @Test
  void nobody_is_told_who_has_no_address() {
    assertThat(reminders.compose(List.of(waiting("clerk:G06.11", "ha-noi", 1)))).isEmpty();
    assertThat(reminders.compose(List.of())).isEmpty();
  }

  @Test
  void no_word_tells_why_it_waits() {
    for (String word : List.of("mật", "secre", "register", "sổ", "recipient", "network", "KT1_")) {
      assertThat(only(waiting("hp-eoffice", "hai-phong", 1)).text())
          .doesNotContainIgnoringCase(word);
    }
  }

  private Notice only(Unanswered waiting) {
    List<Notice> notices = reminders.compose(List.of(waiting));
    assertThat(notices).hasSize(1);
    return notices.get(0);
  }

  private static Unanswered waiting(String sender, String province, int count) {
    return new Unanswered(
        sender,
        province,
        count,
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> new Unanswered.One("S-" + number, SINCE))
            .toList());
  }
}
