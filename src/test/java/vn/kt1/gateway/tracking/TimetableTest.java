package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.tracking.Given.MORNING;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Inquiry;
import vn.kt1.gateway.shipment.Urgency;

class TimetableTest {
  private static final Duration STUCK = Duration.ofDays(4);

  private final Timetable timetable = new Timetable(Given.settings("", "", Duration.ofSeconds(10)));

  @Test
  void asks_often_about_what_moves_and_more_often_about_what_is_urgent() {
    assertThat(silence(Urgency.NORMAL, 5, Duration.ofDays(2))).isEqualTo(Duration.ofHours(1));
    assertThat(silence(Urgency.UNKNOWN, 0, Duration.ZERO)).isEqualTo(Duration.ofHours(1));
    assertThat(silence(Urgency.EXPRESS, 5, Duration.ofDays(2))).isEqualTo(Duration.ofMinutes(20));
    assertThat(timetable.afterNews(Given.inquiry("A", Urgency.EXPRESS_TIMED, 9), MORNING))
        .isEqualTo(MORNING.plus(Duration.ofMinutes(20)));
  }

  @Test
  void asks_rarely_about_what_is_stuck() {
    assertThat(silence(Urgency.NORMAL, 0, STUCK)).isEqualTo(Duration.ofHours(2));
    assertThat(silence(Urgency.NORMAL, 3, STUCK)).isEqualTo(Duration.ofHours(16));
    assertThat(silence(Urgency.EXPRESS, 100, STUCK)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void leaves_an_api_alone_that_fails_for_2_4_8_seconds_and_so_on() {
    assertThat(failure(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(failure(2)).isEqualTo(Duration.ofSeconds(4));
    assertThat(failure(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(failure(1_000_000)).isEqualTo(Duration.ofMinutes(10));
  }

  @Property
  void the_next_question_lies_ahead_and_never_beyond_the_rarest(
      @ForAll Urgency urgency,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int silent,
      @ForAll @IntRange(max = 100_000) int minutes) {
    Duration pause = silence(urgency, silent, Duration.ofMinutes(minutes));
    assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
    assertThat(failure(silent)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Property
  void waiting_longer_never_makes_the_questions_more_frequent(
      @ForAll Urgency urgency,
      @ForAll @IntRange(max = 1_000) int silent,
      @ForAll @IntRange(max = 100_000) int minutes) {
    Duration pause = silence(urgency, silent, Duration.ofMinutes(minutes));
    assertThat(silence(urgency, silent + 1, Duration.ofMinutes(minutes)))
        .isGreaterThanOrEqualTo(pause);
    assertThat(silence(urgency, silent, Duration.ofMinutes(minutes + 1)))
        .isGreaterThanOrEqualTo(pause);
    assertThat(failure(silent + 1)).isGreaterThanOrEqualTo(failure(silent));
  }

  private Duration silence(Urgency urgency, int silent, Duration sinceNews) {
    Inquiry inquiry = Given.inquiry("A", urgency, silent);
    Instant now = MORNING.plus(sinceNews);
    return Duration.between(now, timetable.afterSilence(inquiry, now));
  }

  private Duration failure(int failures) {
    return Duration.between(MORNING, timetable.afterFailure(failures, MORNING));
  }
}
