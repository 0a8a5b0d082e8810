package vn.kt1.gateway.ledger;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Adds events to timelines and moves the states they lead to, in the order they arrived: one event
 * or a hundred thousand. The caller holds the transaction and the lock of all news, so that what is
 * not there now is not there when it is written.
 */
@Component
public class Timeline {

  /** What became of one event: new and mapped, new and unmapped, or there already. */
  public enum Effect {
    APPLIED,
    UNMAPPED,
    DUPLICATE
  }

  /** The way news came by; told of an event, and no part of what makes it the same. */
  public enum Channel {
    FILE,
    API
  }

  /** An event and the shipment it belongs to. */
  public record Item(String shipmentId, TrackingEvent event) {
    UUID eventId() {
      return EventId.of(
          shipmentId,
          event.source(),
          itemCode(),
          event.rawCode(),
          event.occurredAt().truncatedTo(ChronoUnit.MICROS),
          event.location());
    }

    @Nullable String itemCode() {
      String code = event.itemCode().normalised();
      return code.isEmpty() ? null : code;
    }
  }

  private final EventRows events;
  private final StatesSince standings;
  private final ApplicationEventPublisher moved;

  Timeline(EventRows events, StatesSince standings, ApplicationEventPublisher moved) {
    this.events = events;
    this.standings = standings;
    this.moved = moved;
  }

  /** One effect per item, in the order given. */
  public List<Effect> add(Channel channel, List<Item> items) {
    TimelineRun run = start(channel);
    List<Effect> effects = run.add(items);
    run.end();
    return effects;
  }

  /** For news that comes in parts: no state moves before the run has ended. */
  public TimelineRun start(Channel channel) {
    return new TimelineRun(channel, events, standings, moved);
  }
}
