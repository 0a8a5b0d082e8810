package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import vn.kt1.gateway.ledger.EventRows.Fresh;
import vn.kt1.gateway.ledger.EventRows.Meaning;
import vn.kt1.gateway.ledger.Timeline.Channel;
import vn.kt1.gateway.ledger.Timeline.Effect;
import vn.kt1.gateway.ledger.Timeline.Item;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;

/**
 * The news of one source, in any number of parts. The database is asked once for each shipment, and
 * each shipment is written once, at the end.
 */
public final class TimelineRun implements AutoCloseable {

  private final Channel channel;
  private final EventRows events;
  private final StatesSince standings;
  private final ApplicationEventPublisher moved;
  private final Map<EventRows.Code, Meaning> meanings;
  private final Set<UUID> known = new HashSet<>();
  private final ToldShipments told = new ToldShipments();
  private EventsWriting writing = EventsWriting.DONE;

  TimelineRun(
      Channel channel, EventRows events, StatesSince standings, ApplicationEventPublisher moved) {
    this.channel = channel;
    this.events = events;
    this.standings = standings;
    this.moved = moved;
    this.meanings = events.meanings();
  }

  /**
   * One effect per item, in the order given. The events may be written while the caller goes on: it
   * calls {@link #awaitWritten()} before it uses the database itself.
   */
  public List<Effect> add(List<Item> items) {
    ask(items);
    List<Effect> effects = new ArrayList<>(items.size());
    for (Item item : items) {
      effects.add(add(item));
    }
    List<Fresh> fresh = told.takeUnwritten();
    awaitWritten();
    writing = events.insert(channel, fresh);
    return effects;
  }

  private Effect add(Item item) {
    ToldShipment shipment = told.told(item);
    UUID id = item.eventId();
    if (!known.add(id)) {
      return Effect.DUPLICATE;
    }
    Meaning meaning = meanings.get(EventRows.Code.of(item.event()));
    told.add(shipment, new Fresh(id, item, meaning));
    return meaning == null ? Effect.UNMAPPED : Effect.APPLIED;
  }

  private void ask(List<Item> items) {
    List<String> unasked = items.stream().map(Item::shipmentId).filter(told::begin).toList();
    if (!unasked.isEmpty()) {
      awaitWritten();
      known.addAll(events.of(unasked));
    }
  }

  /** Waits until the database is free for the caller: all that was added is written. */
  public void awaitWritten() {
    writing.await();
  }

  /**
   * Nothing is under way any more. A run that has not ended has failed, and its transaction too.
   */
  @Override
  public void close() {
    writing.awaitEnd();
  }

  /** Applies the events to the state of each shipment and writes what has changed. */
  public void end() {
    awaitWritten();
    Map<String, StateSince> before = standings.locked(told.moved());
    Map<String, StateSince> after = new LinkedHashMap<>();
    before.forEach(
        (shipment, from) -> {
          StateSince to = folded(from, told.moves(shipment));
          if (!to.equals(from)) {
            after.put(shipment, to);
          }
        });
    standings.write(after);
    Map<String, ShipmentState> to = new HashMap<>();
    after.forEach(
        (shipment, standing) -> {
          if (standing.state() != before.get(shipment).state()) {
            to.put(shipment, standing.state());
          }
        });
    if (!to.isEmpty()) {
      moved.publishEvent(new ShipmentsMoved(to));
    }
    if (!before.isEmpty()) {
      moved.publishEvent(new ShipmentsTold(told.states(before.keySet()), false));
    }
  }

  private static StateSince folded(StateSince from, List<StateSince> moves) {
    StateSince standing = from;
    for (StateSince move : moves) {
      standing = standing.after(move.state(), move.since());
    }
    return standing;
  }
}
