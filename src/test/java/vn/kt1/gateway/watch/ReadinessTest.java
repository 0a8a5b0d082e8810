package vn.kt1.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import vn.kt1.testing.HandClock;

/** When health says that hand-offs are not taken. */
class ReadinessTest {

  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private final RouteSwitch routes = mock(RouteSwitch.class);
  private final ApplicationAvailability application = mock(ApplicationAvailability.class);
  private final Readiness readiness = new Readiness(routes, application, clock);

  @BeforeEach
  void all_is_well() {
    when(routes.ready()).thenReturn(true);
    when(application.getReadinessState()).thenReturn(ReadinessState.ACCEPTING_TRAFFIC);
    assertThat(readiness.notNow()).isEmpty();
  }

  @Test
  void while_camel_stands_still_and_while_the_gateway_stops() {
    when(routes.ready()).thenReturn(false);
    assertThat(why()).isEqualTo("the gateway is starting or stopping");
    when(routes.ready()).thenReturn(true);
    when(application.getReadinessState()).thenReturn(ReadinessState.REFUSING_TRAFFIC);
    assertThat(why()).isEqualTo("the gateway is starting or stopping");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hand-off-by-rest", "register", "register-normalise"})
  void while_a_route_on_the_way_rests(String route) {
    when(routes.rests(route)).thenReturn(true);
    assertThat(why()).contains("resting").endsWith(route);
  }

  @Test
  void while_one_hand_off_after_the_other_is_answered_not_now() {
    answered(503, 503);
    assertThat(readiness.notNow()).as("bad luck").isEmpty();
    answered(503);
    assertThat(why()).isEqualTo("the latest hand-offs were all answered \"not now\"");
    answered(201);
    assertThat(readiness.notNow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 409, 422, 500})
  void whatever_else_is_answered_was_looked_at(int status) {
    answered(503, 503, status, 503, 503);
    assertThat(readiness.notNow()).isEmpty();
  }

  @Test
  void until_nobody_has_tried_for_a_minute() {
    answered(503, 503, 503);
    clock.advance(Duration.ofSeconds(59));
    assertThat(readiness.notNow()).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(readiness.notNow()).isEmpty();
    answered(503);
    assertThat(readiness.notNow()).as("still not one has been taken").isPresent();
  }

  private void answered(int... statuses) {
    for (int status : statuses) {
      readiness.answered(status);
    }
  }

  private String why() {
    return readiness.notNow().orElseThrow().en();
  }
}
