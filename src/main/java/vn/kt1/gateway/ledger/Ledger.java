package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.EvidenceRow;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.ShipmentId;

/** Takes decided hand-offs over, once: the same one again gets the first receipt. */
@Component
public class Ledger {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * Hand-off, shipments, first events, orders owed and evidence in one statement, so in one
   * transaction and one round trip. Nothing comes back when the hand-off was there already.
   */
  private static final String REGISTER =
      """
      with given as (select ?::jsonb as rows),
      new as (
        insert into hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
          received_at, content_sha256, receipt)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
        on conflict (partner, hand_off_id) do nothing
        returning hand_off_key, sender_code, sender_province, handed_off_at, received_at),
      taken as (
        insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_address, sender_province, recipient_code, recipient_name,
          recipient_address, addressee, secrecy, urgency, deliver_at, weight_grams, pieces,
          entered_in_register, personal_only, wish, outcome, network, service, reasons, warnings,
          state, state_since, handed_off_at)
        select s.shipment_id, new.hand_off_key, s.position, s.envelope_id, new.sender_code,
          ?, ?, new.sender_province, s.recipient_code, s.recipient_name,
          s.recipient_address, s.addressee, s.secrecy, s.urgency, s.deliver_at, s.weight_grams,
          s.pieces, s.entered_in_register, s.personal_only, s.wish, s.outcome, s.network,
          s.service, s.reasons, s.warnings, s.state, new.received_at, new.handed_off_at
        from new, given, jsonb_populate_recordset(null::shipment, given.rows) s),
      registered as (
        insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
          recorded_at)
        select s.event_id, s.shipment_id, 'gateway', s.state, s.state, s.state, new.received_at,
          new.received_at
        from new, given,
          jsonb_to_recordset(given.rows) s (event_id uuid, shipment_id text, state text)),
      owed as (
        insert into outbox (topic, key, province, due_at, since)
        select 'order', s.shipment_id, new.sender_province, new.received_at, new.received_at
        from new, given, jsonb_to_recordset(given.rows) s (shipment_id text, network text)
        where s.network = 'KT1')
      select record_evidence(?, ?, 'hand-off', ?, ?, ?) from new
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @throws Rejected {@code hand-off-conflict} when the id was used for another content
   */
  public Receipt register(Decided decided) {
    HandOff handOff = decided.handOff();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate on = handOff.handedOffAt().atZone(VIETNAM).toLocalDate();
    List<ShipmentRow> rows = rows(decided, on);
    Receipt receipt = receipt(decided, rows, now);
    String content = contentSha256(handOff);
    boolean taken = insert(handOff, rows, receipt, content, on);
    return taken ? receipt : first(handOff, content).orElseThrow();
  }

  /**
   * What {@link #register} would answer; nothing is written. Ids and times are null in a receipt
   * that was never given.
   *
   * @throws Rejected {@code hand-off-conflict}
   */
  public Receipt preview(Decided decided) {
    HandOff handOff = decided.handOff();
    return first(handOff, contentSha256(handOff)).orElseGet(() -> Receipt.preview(decided));
  }

  private boolean insert(
      HandOff handOff, List<ShipmentRow> rows, Receipt receipt, String content, LocalDate on) {
    Unit sender = directory.unit(handOff.sender(), on).orElseThrow();
    EvidenceRow evidence = evidence(handOff, rows, receipt, content);
    return jdbc.sql(REGISTER)
        .params(Json.write(rows), handOff.partner(), handOff.handOffId())
        .params(handOff.sender(), sender.province(), Timestamp.from(handOff.handedOffAt()))
        .params(Timestamp.from(receipt.receivedAt()), content, Json.write(receipt))
        .param(sender.name())
        .param(sender.address())
        .params(Timestamp.from(evidence.at()), evidence.actor(), evidence.subject())
        .params(evidence.detail(), evidence.sha256())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private static EvidenceRow evidence(
      HandOff handOff, List<ShipmentRow> rows, Receipt receipt, String content) {
    return EvidenceRow.of(
        receipt.receivedAt(),
        handOff.partner(),
        "hand-off",
        handOff.handOffId(),
        Map.of(
            "contentSha256", content,
            "receiptSha256", Sha256.of(Json.write(receipt)),
            "shipments", rows.stream().map(ShipmentRow::shipmentId).toList()));
  }

  private List<ShipmentRow> rows(Decided decided, LocalDate on) {
    List<Envelope> envelopes = decided.handOff().envelopes();
    List<ShipmentRow> rows = new ArrayList<>(envelopes.size());
    for (int i = 0; i < envelopes.size(); i++) {
      rows.add(
          ShipmentRow.of(
              ShipmentId.next().value(),
              i,
              envelopes.get(i),
              addressed(envelopes.get(i).recipient(), on),
              decided.decisions().get(i),
              UUID.randomUUID().toString()));
    }
    return rows;
  }

  /** What the sender left out of name and address is as the directory has it on that day. */
  private Recipient addressed(Recipient recipient, LocalDate on) {
    Optional<Unit> unit =
        Optional.ofNullable(recipient.code()).flatMap(code -> directory.unit(code, on));
    return new Recipient(
        recipient.code(),
        Optional.ofNullable(recipient.name()).or(() -> unit.map(Unit::name)).orElse(null),
        Optional.ofNullable(recipient.address()).or(() -> unit.map(Unit::address)).orElse(null),
        recipient.addressee());
  }

  private static Receipt receipt(Decided decided, List<ShipmentRow> rows, Instant now) {
    List<Decision> decisions = decided.decisions();
    return new Receipt(
        decided.handOff().handOffId(),
        now,
        decided.handOff().messageSha256(),
        false,
        rows.stream()
            .map(
                row ->
                    new Receipt.Line(
                        row.envelopeId(), row.shipmentId(), decisions.get(row.position())))
            .toList());
  }

  /** The same content after normalising has the same digest, in whatever language it came. */
  private static String contentSha256(HandOff handOff) {
    Object time = handOff.timeStated() ? handOff.handedOffAt() : "on receipt";
    return Sha256.of(Json.write(List.of(handOff.sender(), time, handOff.envelopes())));
  }

  /** The receipt given when the hand-off came first. */
  private Optional<Receipt> first(HandOff handOff, String content) {
    record First(String contentSha256, String receipt) {}
    return jdbc.sql(
            "select content_sha256, receipt from hand_off where partner = ? and hand_off_id = ?")
        .params(handOff.partner(), handOff.handOffId())
        .query(First.class)
        .optional()
        .map(
            first -> {
              if (!first.contentSha256().equals(content)) {
                throw new Rejected(Fault.of(Fault.Code.HAND_OFF_CONFLICT, "/handOffId"));
              }
              return repeated(Json.read(first.receipt(), Receipt.class));
            });
  }

  private static Receipt repeated(Receipt kept) {
    return new Receipt(
        kept.handOffId(), kept.receivedAt(), kept.messageSha256(), true, kept.shipments());
  }
}
