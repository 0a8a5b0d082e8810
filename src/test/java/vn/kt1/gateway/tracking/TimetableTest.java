package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.tracking.Given.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.ItemCode;
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
  void asks_half_as_often_for_each_time_an_item_could_have_been_young() {
    PollItem lively = Given.inquiry("A", Urgency.NORMAL, 0);
    assertThat(afterNews(lively, Duration.ofDays(5).minusSeconds(1)))
        .isEqualTo(Duration.ofHours(1));
    assertThat(afterNews(lively, Duration.ofDays(5))).isEqualTo(Duration.ofHours(2));
    assertThat(afterNews(lively, Duration.ofDays(12))).isEqualTo(Duration.ofHours(4));
    assertThat(afterNews(lively, Duration.ofDays(4000))).isEqualTo(Duration.ofDays(1));
    assertThat(afterNews(lively, Duration.ofDays(-1)))
        .as("their clock is ahead")
        .isEqualTo(Duration.ofHours(1));
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

  @Property
  void whatever_happened_the_next_question_lies_ahead_and_not_beyond_rarely(
      @ForAll Urgency urgency,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int silent,
      @ForAll @IntRange(min = -2_000, max = 5_000_000) int ageMinutes,
      @ForAll @IntRange(min = -2_000, max = 5_000_000) int sinceNewsMinutes) {
    PollItem inquiry = aged(urgency, silent, ageMinutes, sinceNewsMinutes);
    for (Instant next :
        List.of(timetable.afterNews(inquiry, MORNING), timetable.afterSilence(inquiry, MORNING))) {
      assertThat(next).isAfter(MORNING).isBeforeOrEqualTo(MORNING.plus(Duration.ofDays(1)));
    }
    assertThat(timetable.afterSilence(inquiry, MORNING))
        .as("silence is never asked about sooner than news")
        .isAfterOrEqualTo(timetable.afterNews(inquiry, MORNING));
  }

  @Property
  void the_more_urgent_is_never_asked_about_later_nor_the_younger(
      @ForAll Urgency urgency,
      @ForAll @IntRange(max = 1_000) int silent,
      @ForAll @IntRange(max = 5_000_000) int ageMinutes,
      @ForAll @IntRange(max = 100_000) int older) {
    PollItem plain = aged(Urgency.NORMAL, silent, ageMinutes, ageMinutes);
    PollItem other = aged(urgency, silent, ageMinutes, ageMinutes);
    PollItem old = aged(urgency, silent, ageMinutes + older, ageMinutes);
    assertThat(timetable.afterSilence(other, MORNING))
        .isBeforeOrEqualTo(timetable.afterSilence(plain, MORNING))
        .isBeforeOrEqualTo(timetable.afterSilence(old, MORNING));
    assertThat(timetable.afterNews(other, MORNING))
        .isBeforeOrEqualTo(timetable.afterNews(plain, MORNING))
        .isBeforeOrEqualTo(timetable.afterNews(old, MORNING));
  }

  private static PollItem aged(Urgency urgency, int silent, int ageMinutes, int sinceNewsMinutes) {
    return new PollItem(
        "S-A",
        ItemCode.of("A"),
        urgency,
        MORNING.minus(Duration.ofMinutes(ageMinutes)),
        MORNING.minus(Duration.ofMinutes(sinceNewsMinutes)),
        silent,
        0,
        0);
  }

  private Duration afterNews(PollItem inquiry, Duration age) {
    Instant now = MORNING.plus(age);
    return Duration.between(now, timetable.afterNews(inquiry, now));
  }

  private Duration silence(Urgency urgency, int silent, Duration sinceNews) {
    PollItem inquiry = Given.inquiry("A", urgency, silent);
    Instant now = MORNING.plus(sinceNews);
    return Duration.between(now, timetable.afterSilence(inquiry, now));
  }

  private Duration failure(int failures) {
    return Duration.between(MORNING, timetable.afterFailure(failures, MORNING));
  }
}
