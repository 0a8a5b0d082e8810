package vn.kt1.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import vn.kt1.gateway.logbook.LastContact;
import vn.kt1.gateway.report.Deadline;
import vn.kt1.gateway.server.ServerSettings;
import vn.kt1.testing.HandClock;

/** When a component is up, down, or not known. */
class HealthTest {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private final Instant now = clock.instant();

  @Test
  void what_nobody_tells_of_was_not_tried_yet() {
    ContactHealth beats = beats();
    assertThat(beats.one("tracking").getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(beats.one("tracking").getDetails()).containsEntry("cause", "not tried yet");
  }

  @Test
  void what_was_not_tried_yet_is_unknown() {
    assertThat(judge(EVERY, null, null).getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_poll_may_fail_five_times_and_a_minute() {
    assertThat(judge(EVERY, now.minusSeconds(110), now).getStatus()).isEqualTo(Status.UP);
    Health late = judge(EVERY, now.minusSeconds(111), now);
    assertThat(late.getStatus()).isEqualTo(Status.DOWN);
    assertThat(late.getDetails())
        .containsEntry("ageSeconds", 111L)
        .containsEntry("lastSuccess", "2026-11-22T08:58:09+07:00")
        .containsEntry("cause", "Kind < Root");
  }

  @Test
  void a_poll_that_has_never_succeeded_is_down() {
    assertThat(judge(EVERY, null, now).getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void silence_alone_is_down_as_well() {
    Health silent = judge(EVERY, now.minusSeconds(111), null);
    assertThat(silent.getStatus()).isEqualTo(Status.DOWN);
    assertThat(silent.getDetails()).containsEntry("cause", "silent");
  }

  @Test
  void of_what_is_done_on_demand_the_last_try_counts() {
    assertThat(judge(null, now.minusSeconds(86_400), null).getStatus()).isEqualTo(Status.UP);
    assertThat(judge(null, now.minusSeconds(2), now).getStatus()).isEqualTo(Status.DOWN);
    assertThat(judge(null, now, now.minusSeconds(2)).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void the_worst_of_several_counts_and_what_is_not_configured_does_not() {
    ContactHealth beats =
        beats(pulse("smtp", null, now, null), pulse("imap", EVERY, now.minusSeconds(300), now));
    assertThat(beats.all("smtp", "imap").getStatus()).isEqualTo(Status.DOWN);
    assertThat(beats.all("smtp", "none").getStatus()).isEqualTo(Status.UP);
    assertThat(beats.all("none").getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_report_is_late_on_the_day_before_which_it_was_due() {
    assertThat(deadline("2026-11-23", false)).isEqualTo(Status.UP);
    assertThat(deadline("2026-11-22", false)).isEqualTo(Status.DOWN);
    assertThat(deadline("2026-11-22", true)).isEqualTo(Status.UP);
  }

  @Test
  void without_a_calendar_of_reports_nothing_is_known() {
    assertThat(
            new HealthComponents()
                .reportDeadlineHealthIndicator(List.of(), clock)
                .health()
                .getStatus())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_report_whose_mail_day_has_passed_is_told_before_it_is_due() {
    assertThat(deadline(new Deadline("hai-phong", LocalDate.MAX, "LATE", false, true)))
        .isEqualTo(Status.DOWN);
  }

  private Status deadline(String dueBefore, boolean done) {
    return deadline(new Deadline("hai-phong", LocalDate.parse(dueBefore), "OPEN", done, false));
  }

  private Status deadline(Deadline deadline) {
    return new HealthComponents()
        .reportDeadlineHealthIndicator(List.of(() -> List.of(deadline)), clock)
        .health()
        .getStatus();
  }

  private Health judge(
      @Nullable Duration every, @Nullable Instant success, @Nullable Instant failure) {
    return beats(pulse("it", every, success, failure)).one("it");
  }

  private static LastContact pulse(
      String name, @Nullable Duration every, @Nullable Instant success, @Nullable Instant failure) {
    return new LastContact(
        name, true, every, success, failure, failure == null ? null : "Kind < Root");
  }

  private ContactHealth beats(LastContact... pulses) {
    ServerSettings settings =
        new ServerSettings(Duration.ofMinutes(1), Duration.ofMinutes(15), 100, 50, List.of());
    return new ContactHealth(List.of(() -> List.of(pulses)), settings, clock);
  }
}
