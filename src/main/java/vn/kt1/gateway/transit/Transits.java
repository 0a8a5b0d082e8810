package vn.kt1.gateway.transit;

import java.util.EnumSet;
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
    outbox.each(TOPIC, this::compute);
  }

  /** One that was not accepted after all has no time. */
  private void compute(String shipmentId) {
    rows.accepted(shipmentId)
        .ifPresentOrElse(
            shipment ->
                rows.write(
                    shipment, promises.of(shipment), promises.specialArea(shipment).orElse(null)),
            () -> rows.remove(shipmentId));
  }
}
