package vn.kt1.gateway.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.incident.Confirmation.Result;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Timeline;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.PostFiles;

/** Keeps what receiving units say of the envelopes they got. The same said twice is said once. */
@Component
class Confirmations {

  /** A confirmation that is kept, and the incident that follows from its finding. */
  record Kept(
      UUID confirmationId, Confirmation said, Instant recordedAt, @Nullable String incidentId) {}

  /** Clocks differ by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Timeline news;
  private final Incidents incidents;
  private final Evidence evidence;
  private final Clock clock;

  Confirmations(
      JdbcClient jdbc,
      PostFiles files,
      Timeline news,
      Incidents incidents,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.news = news;
    this.incidents = incidents;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** SECURITY: the receiving unit, and who watches over both ends; not the sender. */
  static void permit(Caller caller, ShipmentView shipment) {
    boolean may =
        switch (caller.role()) {
          case OPERATOR, POLICY_OFFICER, DEPARTMENT -> true;
          case PARTNER, CLERK -> receives(caller, shipment);
          default -> false;
        };
    if (!may) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, "", "confirmation"));
    }
  }

  private static boolean receives(Caller caller, ShipmentView shipment) {
    String recipient = shipment.recipient().code();
    return recipient != null && caller.units().contains(recipient);
  }

  /**
   * @throws Rejected {@code bad-value} for a time that cannot be, and for an envelope that does not
   *     travel
   */
  @Transactional
  Kept confirm(Caller caller, Actor actor, ShipmentView shipment, Confirmation said) {
    check(shipment, said);
    files.queueBehindOtherNews();
    UUID fresh = UUID.randomUUID();
    if (!write(fresh, caller, shipment, said)) {
      return kept(caller, shipment, said);
    }
    String incident = raise(caller, actor, shipment, said, fresh);
    tell(shipment, said);
    evidence.record(
        actor,
        "confirmed",
        shipment.shipmentId(),
        null,
        Map.of("result", said.result().name(), "confirmationId", fresh));
    return new Kept(fresh, said, clock.instant(), incident);
  }

  private void check(ShipmentView shipment, Confirmation said) {
    if (shipment.decision() != Outcome.ROUTED
        || shipment.state() == ShipmentState.CANCELLED
        || shipment.state() == ShipmentState.ORDER_REFUSED) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "", "not-under-way"));
    }
    if (said.at().isAfter(clock.instant().plus(AHEAD))) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/at", "ahead"));
    }
    if (said.at().isBefore(shipment.handedOffAt())) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/at", "before-hand-off"));
    }
  }

  private boolean write(UUID id, Caller caller, ShipmentView shipment, Confirmation said) {
    return jdbc.sql(
                """
                insert into confirmation (confirmation_id, shipment_id, result, finding, at, note,
                  unit, role, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(id, shipment.shipmentId(), said.result().name())
            .param(finding(said))
            .param(Timestamp.from(said.at()))
            .param(said.note())
            .param(unit(caller, shipment))
            .params(caller.role().name(), Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private Kept kept(Caller caller, ShipmentView shipment, Confirmation said) {
    return jdbc.sql(
            """
            select c.confirmation_id, c.note, c.recorded_at, i.incident_id from confirmation c
            left join incident i using (confirmation_id)
            where c.shipment_id = ? and c.result = ? and c.finding is not distinct from ?
              and c.at = ? and c.unit is not distinct from ?
            """)
        .params(shipment.shipmentId(), said.result().name())
        .param(finding(said))
        .param(Timestamp.from(said.at()))
        .param(unit(caller, shipment))
        .query(
            (row, number) ->
                new Kept(
                    row.getObject("confirmation_id", UUID.class),
                    new Confirmation(
                        said.result(), said.finding(), said.at(), row.getString("note")),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getString("incident_id")))
        .single();
  }

  private static @Nullable String finding(Confirmation said) {
    return said.finding() == null ? null : said.finding().name();
  }

  /** In whose name; null for the Department and for operators. */
  private static @Nullable String unit(Caller caller, ShipmentView shipment) {
    boolean own = caller.role() == Role.PARTNER || caller.role() == Role.CLERK;
    return own ? shipment.recipient().code() : null;
  }

  private @Nullable String raise(
      Caller caller, Actor actor, ShipmentView shipment, Confirmation said, UUID id) {
    if (said.result() == Result.RECEIVED) {
      return null;
    }
    Finding finding = said.finding();
    return incidents.raise(
        actor,
        new Raised(
            finding == null ? IncidentKind.OTHER : finding.kind,
            false,
            shipment.shipmentId(),
            finding,
            id,
            province(shipment.shipmentId()),
            unit(caller, shipment),
            IncidentDesk.partner(caller),
            IncidentDesk.by(caller),
            said.at(),
            said.note()));
  }

  private String province(String shipmentId) {
    return jdbc.sql("select sender_province from shipment where shipment_id = ?")
        .param(shipmentId)
        .query(String.class)
        .single();
  }

  /**
   * Where no post tells of a delivery, the word of the receiver ends the shipment (CONTRACT, 7). On
   * KT1 the post's word does; the receiver's stands beside it.
   */
  private void tell(ShipmentView shipment, Confirmation said) {
    boolean ends = shipment.network() != Network.KT1 && said.result() == Result.RECEIVED;
    String code = ends ? "RECEIVED" : said.result() == Result.RECEIVED ? "CONFIRMED" : "PROBLEM";
    TrackingEvent event =
        new TrackingEvent(
            1, "person", new ItemCode("", "", false), code, null, at(said), null, null, false);
    news.add(Timeline.Channel.PERSON, List.of(new Timeline.Item(shipment.shipmentId(), event)));
  }

  private static Instant at(Confirmation said) {
    return said.at().truncatedTo(ChronoUnit.MICROS);
  }
}
