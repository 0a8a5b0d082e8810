package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Sla.Result;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;

/** What is shown of a transit time. */
class SlaTest {

  private static final Instant ACCEPTED = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-24T05:00:00Z");
  private static final Instant BEFORE = DUE.minusSeconds(1);
  private static final Instant AFTER = DUE.plusSeconds(1);

  @Test
  void before_acceptance_a_promise_is_open_and_without_one_there_is_no_target() {
    assertThat(sla(true, null, null, null, null).result(AFTER)).isEqualTo(Result.OPEN);
    assertThat(sla(false, null, null, null, null).result(AFTER)).isEqualTo(Result.NO_TARGET);
    assertThat(sla(true, null, null, null, null).shownDue()).isNull();
  }

  @Test
  void an_agreed_time_is_shown_before_acceptance_and_needs_no_table() {
    Sla timed = sla(false, DUE, null, null, null);
    assertThat(timed.result(BEFORE)).isEqualTo(Result.OPEN);
    assertThat(timed.shownDue()).isEqualTo(DUE);
  }

  @Test
  void the_first_attempt_stops_the_clock() {
    assertThat(sla(true, null, ACCEPTED, DUE, DUE).result(AFTER)).isEqualTo(Result.ON_TIME);
    assertThat(sla(true, null, ACCEPTED, DUE, AFTER).result(AFTER)).isEqualTo(Result.LATE);
  }

  @Test
  void without_an_attempt_the_clock_goes_on() {
    assertThat(sla(true, null, ACCEPTED, DUE, null).result(DUE)).isEqualTo(Result.OPEN);
    assertThat(sla(true, null, ACCEPTED, DUE, null).result(AFTER)).isEqualTo(Result.LATE);
    assertThat(in(ShipmentState.LOST, Network.KT1).result(AFTER)).isEqualTo(Result.LATE);
    assertThat(in(ShipmentState.RETURNED, Network.KT1).result(BEFORE)).isEqualTo(Result.OPEN);
  }

  @Test
  void nothing_is_promised_of_what_was_cancelled_or_goes_another_way() {
    assertThat(in(ShipmentState.CANCELLED, Network.KT1).result(AFTER)).isEqualTo(Result.NO_TARGET);
    assertThat(in(ShipmentState.DELIVERED, Network.HAND).result(AFTER)).isEqualTo(Result.NO_TARGET);
    assertThat(in(ShipmentState.DELIVERED, Network.HAND).shownDue()).isNull();
  }

  @Test
  void without_a_due_time_there_is_no_target() {
    assertThat(sla(true, null, ACCEPTED, null, AFTER).result(AFTER)).isEqualTo(Result.NO_TARGET);
  }

  private static Sla in(ShipmentState state, Network network) {
    return new Sla(network, state, true, null, ACCEPTED, DUE, null, null);
  }

  private static Sla sla(
      boolean promised,
      @Nullable Instant deliverAt,
      @Nullable Instant accepted,
      @Nullable Instant due,
      @Nullable Instant attempted) {
    return new Sla(
        Network.KT1, ShipmentState.IN_TRANSIT, promised, deliverAt, accepted, due, attempted, null);
  }
}
