package vn.kt1.gateway.ledger;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Adds events to timelines and moves shipments to the states they lead to, in the order of arrival:
 * one event or a hundred thousand. The caller holds the transaction and the lock of all news, so no
 * other transaction writes the same event meanwhile.
 */
@Component
public class Timeline {

  /** The effect of one event: new and mapped, new and unmapped, or known already. */
  public enum Effect {
    APPLIED,
    UNMAPPED,
    DUPLICATE
  }

  /** The channel of the news. It is stored with an event, but is no part of its identity. */
  public enum Channel {
    FILE,
    API,
    /** A receiving unit has said it. */
    PERSON
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
    try (TimelineRun run = start(channel)) {
      List<Effect> effects = run.add(items);
      run.end();
      return effects;
    }
  }

  /** For news in several parts. No state changes before the run has ended. */
  public TimelineRun start(Channel channel) {
    return new TimelineRun(channel, events, standings, moved);
  }
}
