package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.ledger.EventRows.Fresh;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;

/** What a file or answer tells of one shipment, in the order it tells it. */
final class ToldShipment {

  final String id;
  final ToldOrder order = new ToldOrder();

  /** The moves of all its events. */
  final List<StateSince> moves = new ArrayList<>();

  /** The events that are not written yet. */
  final List<Fresh> fresh = new ArrayList<>();

  ToldShipment(String id) {
    this.id = id;
  }

  void add(Fresh event) {
    fresh.add(event);
    ShipmentState state = event.state();
    if (state != null) {
      moves.add(new StateSince(state, event.at()));
    }
  }
}
