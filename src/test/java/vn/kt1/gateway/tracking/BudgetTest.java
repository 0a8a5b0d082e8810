package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.kt1.testing.HandClock;

class BudgetTest {

  @Property(tries = 300)
  void is_exceeded_in_no_minute_however_the_questions_come(
      @ForAll @IntRange(min = 12, max = 200) int perMinute,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 20_000) Integer> pauses,
      @ForAll @IntRange(min = 1, max = 300) int greed) {
    HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
    Budget budget = new Budget(perMinute, Given.passing(clock));
    List<Instant> taken = new ArrayList<>();
    for (int pause : pauses) {
      clock.advance(Duration.ofMillis(pause));
      for (int i = 0; i < greed && budget.left(); i++) {
        budget.take();
        taken.add(clock.instant());
      }
    }
    for (int first = 0; first + perMinute < taken.size(); first++) {
      assertThat(Duration.between(taken.get(first), taken.get(first + perMinute)))
          .as("%s questions and one more", perMinute)
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Property(tries = 50)
  void is_worth_using_up(@ForAll @IntRange(min = 12, max = 500) int perMinute) {
    HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
    Budget budget = new Budget(perMinute, Given.passing(clock));
    int taken = 0;
    for (int second = 0; second < 3_600; second++) {
      for (; budget.left(); taken++) {
        budget.take();
      }
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(taken).as("an hour").isGreaterThanOrEqualTo((perMinute - 8) * 60 / 2);
  }
}
