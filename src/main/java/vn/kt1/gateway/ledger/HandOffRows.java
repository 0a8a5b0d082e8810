package vn.kt1.gateway.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.evidence.EvidenceRow;
import vn.kt1.gateway.ledger.Registration.Entry;
import vn.kt1.gateway.ledger.Registration.Key;

/**
 * Writes hand-offs with all that follows from them in one statement: shipments, their first events,
 * the orders owed, and the evidence.
 */
@Component
class HandOffRows {

  /** One shipment of a hand-off. */
  private record Line(Entry entry, ShipmentRow row) {}

  /** What one hand-off gives to the statement. Each caller makes its own, before it waits. */
  record Part(
      Key key,
      @Nullable Object[] handOff,
      List<@Nullable Object[]> shipments,
      List<@Nullable Object[]> evidence) {

    /** Only the last part of a hand-off brings its evidence. */
    static Part of(Entry entry, int from, int to) {
      return new Part(
          entry.key(),
          HAND_OFF.cells(entry),
          entry.rows().between(from, to).stream()
              .map(row -> SHIPMENT.cells(new Line(entry, row)))
              .toList(),
          to < entry.size()
              ? List.of()
              : List.<@Nullable Object[]>of(EVIDENCE.cells(entry.evidence())));
    }
  }

  private static final Columns<Entry> HAND_OFF =
      new Columns<Entry>()
          .text("partner", entry -> entry.handOff().partner())
          .text("hand_off_id", entry -> entry.handOff().handOffId())
          .text("sender_code", entry -> entry.handOff().sender())
          .text("sender_province", entry -> entry.sender().province())
          .time("handed_off_at", entry -> entry.handOff().handedOffAt())
          .time("received_at", entry -> entry.receipt().receivedAt())
          .text("content_sha256", Entry::contentSha256)
          .text("salt", entry -> entry.salt().hex())
          .json("receipt", Entry::receipt)
          .text("correlation_id", Entry::correlationId)
          .flag("may_go_on", Entry::mayGoOn);

  private static final Columns<Line> SHIPMENT =
      new Columns<Line>()
          .text("partner", line -> line.entry().handOff().partner())
          .text("hand_off_id", line -> line.entry().handOff().handOffId())
          .text("shipment_id", line -> line.row().shipmentId())
          .number("position", line -> line.row().position())
          .text("envelope_id", line -> line.row().envelopeId())
          .text("sender_name", line -> line.entry().sender().name())
          .text("sender_address", line -> line.entry().sender().address())
          .text("recipient_code", line -> line.row().recipientCode())
          .text("recipient_name", line -> line.row().recipientName())
          .text("recipient_address", line -> line.row().recipientAddress())
          .text("addressee", line -> line.row().addressee())
          .code("secrecy", line -> line.row().secrecy())
          .code("urgency", line -> line.row().urgency())
          .time("deliver_at", line -> line.row().deliverAt())
          .number("weight_grams", line -> line.row().weightGrams())
          .number("pieces", line -> line.row().pieces())
          .flag("entered_in_register", line -> line.row().enteredInRegister())
          .flag("personal_only", line -> line.row().personalOnly())
          .code("wish", line -> line.row().wish())
          .code("outcome", line -> line.row().outcome())
          .code("network", line -> line.row().network())
          .text("service", line -> line.row().service())
          .json("reasons", line -> line.row().reasons())
          .json("warnings", line -> line.row().warnings())
          .text("ruling", line -> line.row().ruling())
          .code("state", line -> line.row().state())
          .uuid("event_id", HandOffRows::eventId);

  private static final Columns<EvidenceRow> EVIDENCE =
      new Columns<EvidenceRow>()
          .time("at", EvidenceRow::at)
          .text("actor", EvidenceRow::actor)
          .text("act", EvidenceRow::act)
          .text("subject", EvidenceRow::subject)
          .text("detail", EvidenceRow::detail)
          .text("sha256", EvidenceRow::sha256);

  /**
   * Leaves out a hand-off that exists already. Whether it does, it may have to wait for another
   * transaction to tell: so long at most.
   */
  private static final String OPENED =
      ("with new as (insert into hand_off (%1$s) select %1$s from %2$s,"
                  + " (select set_config('lock_timeout', ?, true)) patience")
              .formatted(HAND_OFF.names(), HAND_OFF.table("h"))
          + """
           on conflict (partner, hand_off_id) do nothing
            returning hand_off_key, partner, hand_off_id, sender_code, sender_province,
              handed_off_at, received_at),
          """;

  private static final String CONTINUED =
      """
      with new as (
        select hand_off_key, partner, hand_off_id, sender_code, sender_province, handed_off_at,
          received_at
        from hand_off where partner = ? and hand_off_id = ?),
      """;

  private static final String REST =
      """
      given as materialized (
        select * from new join %s using (partner, hand_off_id) order by hand_off_key, position),
      taken as (
        insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_address, sender_province, recipient_code, recipient_name,
          recipient_address, addressee, secrecy, urgency, deliver_at, weight_grams, pieces,
          entered_in_register, personal_only, wish, outcome, network, service, reasons, warnings,
          ruling, state, state_since, handed_off_at)
        select shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_address, sender_province, recipient_code, recipient_name,
          recipient_address, addressee, secrecy, urgency, deliver_at, weight_grams, pieces,
          entered_in_register, personal_only, wish, outcome, network, service, reasons, warnings,
          ruling, state, received_at, handed_off_at
        from given),
      registered as (
        insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
          recorded_at)
        select event_id, shipment_id, 'gateway', state, state, state, received_at, received_at
        from given),
      owed as (
        insert into outbox (topic, key, province, due_at, since, hurries)
        select 'order', shipment_id, sender_province, received_at, received_at,
          hurries(urgency)
        from given where network = 'KT1'),
      proven as (
        insert into evidence (%s)
        select %2$s from %s join new on (partner, hand_off_id) = (actor, subject)
        order by hand_off_key)
      select partner, hand_off_id from new
      """
          .formatted(SHIPMENT.table("s"), EVIDENCE.names(), EVIDENCE.table("e"));

  private final JdbcClient jdbc;

  HandOffRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives those that are new. The others exist already, and nothing is written for them.
   *
   * @param patience how long to wait for another transaction that writes one of them; zero: for
   *     ever
   * @throws CannotAcquireLockException when it has not ended by then
   */
  Set<Key> open(List<Part> parts, Duration patience) {
    return write(
        jdbc.sql(OPENED + REST)
            .params(HAND_OFF.arrays(parts.stream().map(Part::handOff).toList()))
            .param("" + patience.toMillis()),
        parts);
  }

  /** More shipments of a hand-off that is there. */
  void goOn(Part part) {
    Key key = part.key();
    write(jdbc.sql(CONTINUED + REST).params(key.partner(), key.handOffId()), List.of(part));
  }

  private static Set<Key> write(JdbcClient.StatementSpec statement, List<Part> parts) {
    return new HashSet<>(
        statement
            .params(
                SHIPMENT.arrays(parts.stream().flatMap(part -> part.shipments().stream()).toList()))
            .params(
                EVIDENCE.arrays(parts.stream().flatMap(part -> part.evidence().stream()).toList()))
            .query((row, number) -> new Key(row.getString(1), row.getString(2)))
            .list());
  }

  private static Object eventId(Line line) {
    return EventId.of(
        line.row().shipmentId(),
        "gateway",
        null,
        line.row().state().name(),
        line.entry().receipt().receivedAt(),
        null);
  }
}
