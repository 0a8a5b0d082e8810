package vn.kt1.gateway.shipment;

import static java.util.EnumSet.allOf;
import static java.util.EnumSet.noneOf;
import static java.util.EnumSet.of;
import static java.util.EnumSet.range;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.shipment.ShipmentState.*;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CONTRACT §7 as a table. */
class ShipmentStateTest {

  /** What the post or a person tells of a shipment that travels. */
  private static final Set<ShipmentState> NEWS =
      of(
          ACCEPTED,
          IN_TRANSIT,
          AT_DELIVERY_OFFICE,
          OUT_FOR_DELIVERY,
          DELIVERED,
          DELIVERY_FAILED,
          RETURNING,
          RETURNED,
          LOST,
          CANCELLED);

  @Test
  void a_registered_one_is_ordered_or_refused_by_the_post_or_gives_way_to_news() {
    assertThat(movesFrom(REGISTERED)).isEqualTo(with(NEWS, ORDERED, ORDER_REFUSED));
  }

  @Test
  void a_held_one_is_registered_or_refused_or_gives_way_to_news() {
    assertThat(movesFrom(HELD)).isEqualTo(with(NEWS, REGISTERED, REFUSED));
  }

  @Test
  void an_ordered_one_is_refused_by_the_post_or_gives_way_to_news() {
    assertThat(movesFrom(ORDERED)).isEqualTo(with(NEWS, ORDER_REFUSED));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ACCEPTED",
        "IN_TRANSIT",
        "AT_DELIVERY_OFFICE",
        "OUT_FOR_DELIVERY",
        "DELIVERY_FAILED",
        "RETURNING"
      })
  void a_travelling_one_goes_back_and_forth_but_never_back_to_the_gateway(ShipmentState state) {
    assertThat(movesFrom(state)).isEqualTo(NEWS);
    assertThat(state.own() || state.end()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "RETURNED", "LOST", "CANCELLED", "REFUSED", "ORDER_REFUSED"})
  void an_end_is_an_end(ShipmentState state) {
    assertThat(movesFrom(state)).isEqualTo(noneOf(ShipmentState.class));
    assertThat(state.end()).isTrue();
  }

  @Test
  void three_states_are_the_gateways_own() {
    assertThat(allOf(ShipmentState.class))
        .filteredOn(ShipmentState::own)
        .containsExactlyElementsOf(range(REGISTERED, ORDERED));
  }

  private static Set<ShipmentState> movesFrom(ShipmentState from) {
    return allOf(ShipmentState.class).stream()
        .filter(from::mayBecome)
        .collect(Collectors.toCollection(() -> noneOf(ShipmentState.class)));
  }

  private static Set<ShipmentState> with(Set<ShipmentState> states, ShipmentState... more) {
    EnumSet<ShipmentState> all = EnumSet.copyOf(states);
    all.addAll(Set.of(more));
    return all;
  }
}
