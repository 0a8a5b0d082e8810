package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kt1.testing.HandClock;

class DueOrdersTest {

  private static final String LOOK = "2026-11-30T01:00:00Z";

  private final HandClock clock = new HandClock(LOOK);
  private final List<Instant> asked = new ArrayList<>();

  @Test
  void all_files_of_a_look_are_of_what_was_owed_when_it_began() {
    look(3);
    assertThat(asked).hasSize(4).containsOnly(Instant.parse(LOOK));
  }

  @Test
  void a_look_ends_after_ten_files() {
    look(1000);
    assertThat(asked).hasSize(10);
  }

  /** Each file takes a while. */
  private void look(int files) {
    Orders orders = mock();
    when(orders.make(any()))
        .thenAnswer(
            make -> {
              asked.add(make.getArgument(0));
              clock.advance(Duration.ofMillis(40));
              return asked.size() <= files;
            });
    new DueOrders(orders, clock).make();
  }
}
