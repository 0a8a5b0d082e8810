package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.HandClock;

/** Who is told of content that was refused, and in which words. */
class ContentAlertsTest {

  private static final String ID = "17d9e852-6c42-35dd-bf2e-d152041a6da7";
  private static final Rejected CONTENT =
      new Rejected(
          List.of(
              Fault.of(Code.CONTENT_NOT_ALLOWED, "/envelopes/0/TrichYeu", "field"),
              Fault.of(Code.BAD_VALUE, "/envelopes/0/pieces"),
              Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape")));

  /** Words by which somebody could tell a degree; "KT1" is in every subject. */
  private static final List<String> DEGREE =
      List.of("Mật", "mật", "MẬT", "secre", "Secre", "SECRE", "CONFID", "KT1_", "độ khẩn");

  private final Directory sandbox =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
  private final HandClock clock = new HandClock("2026-11-24T09:00:05+07:00");

  @Test
  void the_officer_and_the_sender_are_told_the_facts_and_nothing_else() {
    Alert alert = alert(partner("hp-eoffice"), CONTENT);
    assertThat(alert.source()).isEqualTo("hp-eoffice");
    assertThat(alert.reference()).isEqualTo(ID);
    assertThat(alert.notices())
        .extracting(Notice::recipient)
        .containsExactly(Recipient.officer("hai-phong"), Recipient.partner("hp-eoffice"));
    for (Notice notice : alert.notices()) {
      assertThat(notice.subject()).isEqualTo("[KT1] INCIDENT " + ID);
      assertThat(notice.occasion()).isEqualTo(alert.occasion());
      assertThat(notice.attachments()).isEmpty();
      assertThat(notice.text())
          .contains("hp-eoffice", "sftp", "09:00:05 24/11/2026 +07:00", "1234 byte", ID)
          .contains("2; (*)", "    /envelopes/0/TrichYeu\n    (*)\n", "docs/security.md")
          .doesNotContain("/envelopes/0/pieces", "{", "}")
          .doesNotContain(DEGREE);
      assertThat(notice.text().indexOf("CẢNH BÁO")).isLessThan(notice.text().indexOf("ALERT"));
    }
  }

  @Test
  void of_ten_thousand_places_a_few_are_shown_and_all_are_counted() {
    List<Fault> faults =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Fault.of(Code.CONTENT_NOT_ALLOWED, "/envelopes/" + i + "/subject"))
            .toList();
    String text = alert(partner("hp-eoffice"), new Rejected(faults)).notices().get(0).text();
    assertThat(text).contains("10000; (*)", "/envelopes/19/subject\n    …");
    assertThat(text).doesNotContain("/envelopes/20/").hasSizeLessThan(5_000);
  }

  @Test
  void each_province_of_the_partners_units_is_told_once() {
    Partner both =
        new Partner("both", "x", Set.of("H24.16", "H24.31", "H48.16"), true, false, null);
    Directory directory =
        new Directory(
            List.of(unit("H24.16"), unit("H24.31"), unit("H48.16")),
            sandbox.provinces(),
            List.of(both));
    Caller caller = new Caller("both", Role.PARTNER, both.units(), null);
    assertThat(alerts(directory).compose(caller, "sftp", ID, 1, CONTENT).notices())
        .extracting(Notice::recipient)
        .containsExactly(Recipient.officer("hai-phong"), Recipient.officer("quang-ngai"));
  }

  private vn.kt1.gateway.directory.Unit unit(String code) {
    return sandbox.unit(code, java.time.LocalDate.of(2026, 11, 24)).orElseThrow();
  }

  @Test
  void a_clerk_is_named_by_the_unit_and_gets_no_mail() {
    Caller clerk = new Caller("nguyen.van.a", Role.CLERK, Set.of("H24.61"), null);
    Alert alert = alerts(sandbox).compose(clerk, "rest", ID, 1, CONTENT);
    assertThat(alert.source()).isEqualTo("clerk:H24.61");
    assertThat(alert.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.recipient()).isEqualTo(Recipient.officer("hai-phong"));
              assertThat(notice.text()).contains("clerk:H24.61").doesNotContain("nguyen");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONTENT_NOT_ALLOWED", "FILE_NAME", "UNSUPPORTED_MEDIA_TYPE"})
  void no_other_refusal_alarms_anybody(Code code) {
    assertThat(alert(partner("hp-eoffice"), new Rejected(Fault.of(code, "")))).isNull();
  }

  /** {@code Báo cáo số 12.pdf}: it may be the document itself, and its name may tell of it. */
  @ParameterizedTest
  @EnumSource(
      value = Code.class,
      names = {"FILE_NAME", "UNSUPPORTED_MEDIA_TYPE"})
  void a_dropped_file_that_is_no_hand_off_is_told_as_content(Code code) {
    Rejected rejected = new Rejected(Fault.of(code, ""));
    Caller caller = partner("hp-eoffice");
    assertThat(alert(caller, rejected).notices()).hasSize(2);
    assertThat(alert(caller, rejected).source())
        .as("counted apart, so that odd names use up nothing of what surely is content")
        .isNotEqualTo(alert(caller, CONTENT).source());
    assertThat(alerts(sandbox).compose(caller, "rest", ID, 1, rejected)).isNull();
    assertThat(alerts(sandbox).compose(caller, "mail", ID, 1, rejected)).isNull();
  }

  @Test
  void the_last_of_an_hour_says_that_there_may_be_more() {
    assertThat(alert(partner("hp-eoffice"), CONTENT).last())
        .contains("thứ 7 ", "number 7 ")
        .doesNotContain(DEGREE);
  }

  @Test
  void then_it_is_refused_as_before() {
    assertThatThrownBy(() -> alerts(sandbox).refuse(CONTENT)).isSameAs(CONTENT);
  }

  private Alert alert(Caller caller, Rejected rejected) {
    return alerts(sandbox).compose(caller, "sftp", ID, 1234, rejected);
  }

  private ContentAlerts alerts(Directory directory) {
    return new ContentAlerts(directory, new NoticeSettings(7, 3), clock);
  }

  private Caller partner(String id) {
    return new Caller(id, Role.PARTNER, sandbox.partner(id).orElseThrow().units(), null);
  }
}
