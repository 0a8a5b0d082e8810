package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.ledger.StatesSince;
import vn.kt1.gateway.notice.Deliveries;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.tracking.PollItems;

/**
 * Withdraws news of the post that was wrong: the event stays in the timeline, marked, and the
 * shipment stands where its other events lead.
 */
@Component
public class Corrections {

  /** The withdrawn event, the event that tells of it, and where the shipment stands now. */
  public record Correction(
      UUID correctionId, String shipmentId, UUID eventId, ShipmentState state, boolean repeated) {}

  private record Told(String source, String rawCode, @Nullable UUID correctedBy) {}

  /** What we did ourselves has effects that no withdrawn event takes back. */
  private static final Set<String> OURS = Set.of("gateway", "person", "cancellation");

  private final JdbcClient jdbc;
  private final Shipments shipments;
  private final PostFiles files;
  private final StatesSince standings;
  private final WithdrawnReceipts receipts;
  private final PollItems inquiries;
  private final Deliveries deliveries;
  private final ApplicationEventPublisher moved;
  private final Evidence evidence;
  private final Clock clock;

  Corrections(
      JdbcClient jdbc,
      Shipments shipments,
      PostFiles files,
      StatesSince standings,
      WithdrawnReceipts receipts,
      PollItems inquiries,
      Deliveries deliveries,
      ApplicationEventPublisher moved,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.shipments = shipments;
    this.files = files;
    this.standings = standings;
    this.receipts = receipts;
    this.inquiries = inquiries;
    this.deliveries = deliveries;
    this.moved = moved;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Empty when the caller may not see the shipment.
   *
   * @throws Rejected {@code forbidden} when the caller may see but not correct it
   */
  public Optional<String> permit(Caller caller, String shipmentId) {
    return shipments
        .one(caller, shipmentId)
        .map(
            shipment -> {
              if (!caller.mayCorrect()) {
                throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
              }
              return shipment.shipmentId();
            });
  }

  /**
   * Twice is once. Nothing comes back when the caller may not see the shipment.
   *
   * @throws Rejected {@code forbidden} when the caller may see but not correct it, {@code
   *     bad-value} when the shipment has no such event, or one that the post has not told
   */
  @Transactional
  public Optional<Correction> withdraw(
      Caller caller, Actor actor, String shipmentId, UUID eventId, String reason) {
    return permit(caller, shipmentId).map(seen -> withdraw(actor, seen, eventId, reason));
  }

  private Correction withdraw(Actor actor, String shipmentId, UUID eventId, String reason) {
    files.queueBehindOtherNews();
    StateSince from = standings.locked(List.of(shipmentId)).get(shipmentId);
    Told told = told(shipmentId, eventId);
    if (told.correctedBy() != null) {
      return new Correction(told.correctedBy(), shipmentId, eventId, from.state(), true);
    }
    UUID correction = mark(shipmentId, eventId);
    if (told.source().equals(CancelledOrders.RECEIPT)) {
      receipts.withdrawn(shipmentId);
    }
    StateSince to = standings.replayed(shipmentId);
    move(shipmentId, from, to);
    evidence.record(
        actor,
        "event-withdrawn",
        shipmentId,
        reason,
        Map.of("eventId", eventId, "from", from.state().name(), "to", to.state().name()));
    return new Correction(correction, shipmentId, eventId, to.state(), false);
  }

  private Told told(String shipmentId, UUID eventId) {
    Told told =
        jdbc.sql(
                "select source, raw_code, corrected_by from event where shipment_id = ? and"
                    + " event_id = ?")
            .params(shipmentId, eventId)
            .query(Told.class)
            .optional()
            .orElseThrow(() -> new Rejected(Fault.of(Code.BAD_VALUE, "/eventId", "event")));
    if (OURS.contains(told.source()) || told.rawCode().equals(AnswerEffects.CORRECTED)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/eventId", "own-event"));
    }
    return told;
  }

  /** The correction is an event of its own; the withdrawn one points to it. */
  private UUID mark(String shipmentId, UUID eventId) {
    Timestamp now = Timestamp.from(clock.instant());
    UUID correction =
        jdbc.sql(
                """
                insert into event (event_id, shipment_id, source, raw_code, meaning, occurred_at,
                  recorded_at)
                select event_id(n.shipment_id, 'person', null, 'CORRECTED ' || n.event_id, n.at, null),
                  n.shipment_id, 'person', 'CORRECTED', 'CORRECTED', n.at, n.at
                from (values (?, ?::uuid, ?::timestamptz)) n (shipment_id, event_id, at)
                returning event_id
                """)
            .params(shipmentId, eventId, now)
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into correction (correction_id, shipment_id, event_id, corrected_at)
            values (?, ?, ?, ?)
            """)
        .params(correction, shipmentId, eventId, now)
        .update();
    jdbc.sql("update event set corrected_by = ? where shipment_id = ? and event_id = ?")
        .params(correction, shipmentId, eventId)
        .update();
    return correction;
  }

  /** Whoever follows the shipment learns of the move by the same triggers as of any other. */
  private void move(String shipmentId, StateSince from, StateSince to) {
    moved.publishEvent(ShipmentsTold.withdrawn(shipmentId));
    if (to.equals(from)) {
      return;
    }
    standings.write(Map.of(shipmentId, to));
    if (to.state() != from.state()) {
      deliveries.withdraw(shipmentId);
      moved.publishEvent(new ShipmentsMoved(Map.of(shipmentId, to.state())));
    }
    inquiries.begin(shipmentId);
  }
}
