package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class OwedOrdersTest {

  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @Test
  void a_few_wait_until_the_oldest_has_waited_long_enough() {
    OwedOrders few = new OwedOrders("hai-phong", NINE, 3, false);
    assertThat(few.leave(NINE.plusMillis(119_999), TWO_MINUTES, 500)).isFalse();
    assertThat(few.leave(NINE.plusMillis(120_000), TWO_MINUTES, 500)).isTrue();
  }

  @Test
  void a_full_file_and_one_that_hurries_leave_at_once() {
    assertThat(new OwedOrders("p", NINE, 499, false).leave(NINE, TWO_MINUTES, 500)).isFalse();
    assertThat(new OwedOrders("p", NINE, 500, false).leave(NINE, TWO_MINUTES, 500)).isTrue();
    assertThat(new OwedOrders("p", NINE, 1, true).leave(NINE, TWO_MINUTES, 500)).isTrue();
  }

  @Property
  void what_leaves_now_leaves_later_and_with_more_as_well(
      @ForAll @LongRange(min = 0, max = 600) long waited,
      @ForAll @LongRange(min = 0, max = 600) long longer,
      @ForAll @IntRange(min = 0, max = 1000) int count,
      @ForAll @IntRange(min = 0, max = 1000) int more,
      @ForAll boolean hurries) {
    boolean now =
        new OwedOrders("p", NINE, count, hurries).leave(NINE.plusSeconds(waited), TWO_MINUTES, 500);
    boolean later =
        new OwedOrders("p", NINE, count + more, hurries)
            .leave(NINE.plusSeconds(waited + longer), TWO_MINUTES, 500);
    assertThat(now && !later).isFalse();
    assertThat(now).isEqualTo(hurries || count >= 500 || waited >= 120);
  }
}
