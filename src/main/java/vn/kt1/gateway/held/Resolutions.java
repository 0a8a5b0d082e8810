package vn.kt1.gateway.held;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.ledger.Ledger;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.VietnamTime;

/** Takes answers to held shipments. Each has one effect, however often it comes. */
@Component
public class Resolutions {

  /** The shipment after the answer; null when the answer waits for a second person. */
  public record Resolved(String shipmentId, @Nullable ShipmentView shipment) {}

  private final JdbcClient jdbc;
  private final Shipments shipments;
  private final Ledger ledger;
  private final Reconsideration policy;
  private final Proposals proposals;
  private final ResolutionBook book;
  private final ResolvedShipments resolved;
  private final Evidence evidence;
  private final Clock clock;

  Resolutions(
      JdbcClient jdbc,
      Shipments shipments,
      Ledger ledger,
      Reconsideration policy,
      Proposals proposals,
      ResolutionBook book,
      ResolvedShipments resolved,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.shipments = shipments;
    this.ledger = ledger;
    this.policy = policy;
    this.proposals = proposals;
    this.book = book;
    this.resolved = resolved;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * The unit that sent the shipment; empty when the caller may not see it.
   *
   * @throws Rejected {@code forbidden} when the caller may see it, but not answer
   */
  public Optional<String> permit(Caller caller, String shipmentId) {
    return shipments
        .one(caller, shipmentId)
        .map(
            shipment -> {
              // SECURITY: whoever may cancel the shipment may answer, each their own part.
              if (!caller.mayCancel(shipment.senderCode())) {
                throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
              }
              return shipment.senderCode();
            });
  }

  /**
   * A repeated answer has no second effect. Empty when the caller may not see the shipment.
   *
   * @throws Rejected {@code forbidden} when the caller may not give this answer, {@code not-held}
   *     when nobody is asked any more, else with every answer that is not possible
   */
  @Transactional
  public Optional<Resolved> resolve(
      Caller caller, Actor actor, String shipmentId, Resolution resolution) {
    return permit(caller, shipmentId)
        .map(
            sender -> {
              Deliberation.permit(caller, resolution.answer());
              boolean waits = !answered(caller, actor, lock(shipmentId), resolution);
              return new Resolved(
                  shipmentId, waits ? null : shipments.one(caller, shipmentId).orElseThrow());
            });
  }

  private HeldRow lock(String shipmentId) {
    return jdbc.sql(HeldRow.LOCKED).param(shipmentId).query(HeldRow::of).single();
  }

  /** False when it waits for a second person. */
  private boolean answered(Caller caller, Actor actor, HeldRow row, Resolution resolution) {
    Answer answer = resolution.answer();
    boolean repeated =
        book.last(row.shipmentId()).filter(last -> last.isOf(caller.name(), answer)).isPresent();
    if (!row.held() && !repeated) {
      throw new Rejected(Fault.of(Code.NOT_HELD, ""));
    }
    if (!row.held()) {
      return true;
    }
    Proposal waiting = proposals.of(row.shipmentId()).orElse(null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Deliberation.Finding finding =
        deliberation(row)
            .on(
                new Held(row.handOff(), row.envelope(), row.chosen(), waiting),
                caller,
                answer,
                now);
    if (finding instanceof Deliberation.Waiting kept) {
      propose(actor, row, kept, resolution.reason());
      return false;
    }
    Deliberation.Applied applied = (Deliberation.Applied) finding;
    if (!repeated || waiting != null || !idle(row, applied)) {
      apply(caller, actor, row, applied, resolution.reason(), now);
    }
    return true;
  }

  private Deliberation deliberation(HeldRow row) {
    LocalDate on = VietnamTime.day(row.handOff().handedOffAt());
    return new Deliberation(policy, recipient -> ledger.addressed(recipient, on));
  }

  /** A repeated answer that would change nothing. */
  private static boolean idle(HeldRow row, Deliberation.Applied applied) {
    return applied.decision().outcome() == Outcome.HELD
        && applied.held().envelope().equals(row.envelope())
        && applied.held().chosen() == row.chosen()
        && applied
            .decision()
            .reasons()
            .equals(List.of(RowJson.read(row.reasons(), Reason[].class)));
  }

  private void propose(Actor actor, HeldRow row, Deliberation.Waiting kept, String reason) {
    if (kept.fresh()) {
      Proposal proposal = kept.proposal();
      proposals.keep(row.shipmentId(), proposal);
      // SECURITY: evidence does not even name the fields: a question about the register is only
      // asked for a classified envelope.
      Map<String, Object> detail = Map.of("role", proposal.role());
      evidence.record(actor, "resolution-proposed", row.shipmentId(), reason, detail);
    }
  }

  private void apply(
      Caller caller,
      Actor actor,
      HeldRow row,
      Deliberation.Applied applied,
      String reason,
      Instant now) {
    // The database refuses a new decision that is not in the book.
    book.write(row, caller, applied, now);
    ShipmentState state = resolved.write(row, applied, now);
    proposals.drop(row.shipmentId());
    // SECURITY: the answer is in the book only. People who may not know a degree read evidence.
    Map<String, Object> detail = new HashMap<>();
    detail.put("role", caller.role().name());
    detail.put("state", state.name());
    if (applied.proposed() != null) {
      detail.put("proposedBy", applied.proposed().by());
    }
    evidence.record(actor, "resolved", row.shipmentId(), reason, detail);
    HandOffLog.resolved(row.correlationId(), row.shipmentId(), state);
  }
}
