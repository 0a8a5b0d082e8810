package vn.kt1.gateway.transit;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.Zones;
import vn.kt1.gateway.shipment.VietnamTime;

/** What the tables of {@code config/} promise for one accepted shipment. */
@Component
class Promises {

  private final Directory directory;

  Promises(Directory directory) {
    this.directory = directory;
  }

  /** By the table of the day of acceptance; a timed one is due at its time, by no table. */
  Due of(Accepted shipment) {
    if (shipment.deliverAt() != null) {
      return new Due(shipment.deliverAt(), null);
    }
    return terms()
        .transitTable(day(shipment))
        .flatMap(table -> by(table, shipment))
        .orElse(Due.NEVER);
  }

  private Optional<Due> by(TransitTable table, Accepted shipment) {
    DueTime time = new DueTime(table, terms()::calendar);
    return directory
        .zone(shipment.senderCode(), shipment.recipientCode(), day(shipment))
        .flatMap(zone -> table.promise(zone, shipment.urgency()))
        .flatMap(promise -> time.of(shipment.acceptedAt(), promise))
        .map(at -> new Due(at, table));
  }

  /** The source that puts one of its units into an area of special geography. */
  Optional<String> specialArea(Accepted shipment) {
    return terms()
        .zones(day(shipment))
        .filter(
            zones ->
                zones.special().contains(shipment.senderCode())
                    || shipment.recipientCode() != null
                        && zones.special().contains(shipment.recipientCode()))
        .map(Zones::source);
  }

  private Terms terms() {
    return directory.terms();
  }

  private static LocalDate day(Accepted shipment) {
    return VietnamTime.day(shipment.acceptedAt());
  }
}
