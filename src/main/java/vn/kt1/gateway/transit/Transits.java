package vn.kt1.gateway.transit;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.shipment.ShipmentState;

/** Computes for each shipment of which news has come when it is due, and when it was attempted. */
@Component
public class Transits {

  private static final String TOPIC = "transit";
  private static final int AT_ONCE = 500;

  /** What begins a transit time, or ends it. */
  private static final Set<ShipmentState> TIMES =
      EnumSet.of(ShipmentState.ACCEPTED, ShipmentState.DELIVERED, ShipmentState.DELIVERY_FAILED);

  private final Outbox outbox;
  private final TransitRows rows;
  private final Promises promises;

  Transits(Outbox outbox, TransitRows rows, Promises promises) {
    this.outbox = outbox;
    this.rows = rows;
    this.promises = promises;
  }

  /** In the transaction of the news itself. */
  @EventListener
  public void told(ShipmentsTold news) {
    List<String> timed = news.shipments(TIMES);
    if (!timed.isEmpty()) {
      outbox.putOnce(TOPIC, rows.byKt1(timed));
    }
  }

  /** A table that came too late counts for what is still under way. */
  void askAnew() {
    outbox.putOnce(TOPIC, rows.openWithoutDue());
  }

  /** Everything that waits. */
  public void compute() {
    outbox.some(TOPIC, AT_ONCE, this::compute);
  }

  /** Those that were not accepted after all have no time. */
  private void compute(List<String> shipments) {
    List<Accepted> accepted = rows.accepted(shipments);
    Set<String> gone = new HashSet<>(shipments);
    accepted.forEach(shipment -> gone.remove(shipment.shipmentId()));
    rows.remove(gone);
    rows.write(
        accepted.stream()
            .map(
                shipment ->
                    new Timed(
                        shipment,
                        promises.of(shipment),
                        promises.specialArea(shipment).orElse(null)))
            .toList());
  }
}
