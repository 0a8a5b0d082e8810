package vn.kt1.gateway.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * How shipments get to their recipients, for senders that want to be told by mail: the post has
 * taken one over, has not delivered it at the first attempt, has delivered or returned it.
 */
@Component
public class Deliveries {

  private static final List<Told> ENDS = List.of(Told.DELIVERED, Told.RETURNED);
  private static final List<Told> STEPS = List.of(Told.ACCEPTED, Told.FAILED);

  private final Moves moves;
  private final Outbox outbox;
  private final DeliveryNotices words;
  private final Notices notices;
  private final Directory directory;
  private final Clock clock;

  Deliveries(
      Moves moves,
      Outbox outbox,
      DeliveryNotices words,
      Notices notices,
      Directory directory,
      Clock clock) {
    this.moves = moves;
    this.outbox = outbox;
    this.words = words;
    this.notices = notices;
    this.directory = directory;
    this.clock = clock;
  }

  /** In the transaction of the news itself. */
  @EventListener
  public void moved(ShipmentsMoved news) {
    for (Told end : ENDS) {
      List<String> ended =
          news.to().entrySet().stream()
              .filter(move -> move.getValue() == Moves.state(end))
              .map(Map.Entry::getKey)
              .toList();
      String[] partners = end == Told.DELIVERED ? partners() : new String[0];
      String[] units = units(end);
      if (!ended.isEmpty() && partners.length + units.length > 0) {
        owe(end, moves.ended(ended, partners, units));
      }
    }
  }

  /** News may come in one heap, so that the state never shows a step: that too is told. */
  @EventListener
  public void told(ShipmentsTold news) {
    for (Told step : STEPS) {
      String[] units = units(step);
      List<String> shipments = news.shipments(Set.of(Moves.state(step)));
      if (units.length > 0 && !shipments.isEmpty()) {
        owe(step, moves.steps(step, shipments, units, clock.instant()));
      }
    }
  }

  /** A shipment that is owed already stays owed once. */
  private void owe(Told told, Collection<String> shipments) {
    if (!shipments.isEmpty()) {
      outbox.putOnce(topic(told), shipments);
    }
  }

  private static String topic(Told told) {
    return told.name().toLowerCase(Locale.ROOT);
  }

  private String[] partners() {
    return directory.partners().stream()
        .filter(partner -> partner.mail() != null && partner.mail().deliveryNotices())
        .map(Partner::id)
        .toArray(String[]::new);
  }

  private String[] units(Told told) {
    var today = VietnamTime.day(clock.instant());
    return directory.terms().contracts().stream()
        .filter(contract -> contract.inForceOn(today) && contract.notices().contains(told))
        .map(Contract::unit)
        .toArray(String[]::new);
  }

  /** It has not ended after all. A step that was withdrawn is not found when it is to be told. */
  public void withdraw(String shipmentId) {
    ENDS.forEach(end -> outbox.withdraw(topic(end), shipmentId));
  }

  /** Owes the notices of all that waits. */
  public void tell() {
    for (Told told : Told.values()) {
      outbox.each(
          topic(told),
          shipmentId ->
              moves.read(told, shipmentId).stream()
                  .flatMap(move -> words.compose(move).stream())
                  .forEach(notices::owe));
    }
  }
}
