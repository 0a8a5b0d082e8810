package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.EvidenceRow;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.HandOff;

/** Writes a hand-off and everything that follows from it, in one transaction. */
@Component
class Registration {

  /** The number of shipments in one statement; nearly every hand-off has fewer. */
  static final int AT_ONCE = 1000;

  /** Writes nothing and returns no row when the hand-off exists already. */
  private static final String OPENED =
      """
      with new as (
        insert into hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
          received_at, content_sha256, salt, receipt, correlation_id, may_go_on)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        on conflict (partner, hand_off_id) do nothing
        returning hand_off_key, sender_code, sender_province, handed_off_at, received_at),
      """;

  private static final String CONTINUED =
      """
      with new as (
        select hand_off_key, sender_code, sender_province, handed_off_at, received_at
        from hand_off where partner = ? and hand_off_id = ?),
      """;

  /**
   * Writes shipments, their first events and the orders owed; with the last part also the evidence.
   */
  private static final String SHIPMENTS =
      """
      given as (select ?::jsonb as rows),
      ruled as (
        insert into ruling select r.* from new, jsonb_populate_recordset(null::ruling, ?::jsonb) r
        on conflict do nothing),
      taken as (
        insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_address, sender_province, recipient_code, recipient_name,
          recipient_address, addressee, secrecy, urgency, deliver_at, weight_grams, pieces,
          entered_in_register, personal_only, wish, outcome, network, service, reasons, warnings,
          ruling, state, state_since, handed_off_at)
        select s.shipment_id, new.hand_off_key, s.position, s.envelope_id, new.sender_code,
          ?, ?, new.sender_province, s.recipient_code, s.recipient_name,
          s.recipient_address, s.addressee, s.secrecy, s.urgency, s.deliver_at, s.weight_grams,
          s.pieces, s.entered_in_register, s.personal_only, s.wish, s.outcome, s.network,
          s.service, s.reasons, s.warnings, s.ruling, s.state, new.received_at, new.handed_off_at
        from new, given, jsonb_populate_recordset(null::shipment, given.rows) s),
      registered as (
        insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
          recorded_at)
        select event_id(s.shipment_id, 'gateway', null, s.state, new.received_at, null),
          s.shipment_id, 'gateway', s.state, s.state, s.state,
          new.received_at, new.received_at
        from new, given, jsonb_to_recordset(given.rows) s (shipment_id text, state text)),
      owed as (
        insert into outbox (topic, key, province, due_at, since, hurries)
        select 'order', s.shipment_id, new.sender_province, new.received_at, new.received_at,
          hurries(s.urgency)
        from new, given,
          jsonb_to_recordset(given.rows) s (shipment_id text, network text, urgency text)
        where s.network = 'KT1')
      select case when ? then record_evidence(?, ?, 'hand-off', ?, ?, ?) end from new
      """;

  /** What is written. {@code rows} gives the shipments between two positions. */
  record Entry(
      HandOff handOff,
      Unit sender,
      String contentSha256,
      Salt salt,
      StoredReceipt receipt,
      List<Decision> decisions,
      @Nullable String correlationId,
      boolean mayGoOn,
      Rows rows,
      EvidenceRow evidence) {

    /**
     * All rulings are written with the first part. Another transaction with the same rulings then
     * waits, and the two cannot deadlock.
     */
    List<RulingRow> rulings() {
      return RulingRow.of(decisions);
    }

    int size() {
      return receipt.shipments().size();
    }
  }

  /** Makes rows only when they are needed, so that they are never all in memory. */
  @FunctionalInterface
  interface Rows {
    List<ShipmentRow> between(int from, int to);
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Registration(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Returns false when the hand-off exists already. A small one is one statement, so one round
   * trip.
   */
  boolean write(Entry entry) {
    return entry.size() <= AT_ONCE
        ? open(entry)
        : Boolean.TRUE.equals(
            transaction.execute(status -> open(entry) && proceed(entry, AT_ONCE, List.of())));
  }

  /**
   * Adds the envelopes from position {@code from} on to a registered hand-off. It writes nothing
   * when the hand-off has changed meanwhile.
   */
  void goOn(Entry entry, int from, String before) {
    transaction.executeWithoutResult(
        status -> {
          if (grown(entry, before)) {
            proceed(entry, from, entry.rulings());
          }
        });
  }

  private boolean grown(Entry entry, String before) {
    HandOff handOff = entry.handOff();
    return jdbc.sql(
                """
                update hand_off set content_sha256 = ?, receipt = ?::jsonb, may_go_on = ?
                where partner = ? and hand_off_id = ? and content_sha256 = ?
                """)
            .params(entry.contentSha256(), RowJson.write(entry.receipt()), entry.mayGoOn())
            .params(handOff.partner(), handOff.handOffId(), before)
            .update()
        == 1;
  }

  private boolean open(Entry entry) {
    HandOff handOff = entry.handOff();
    return shipments(
        entry,
        0,
        entry.rulings(),
        jdbc.sql(OPENED + SHIPMENTS)
            .params(handOff.partner(), handOff.handOffId(), handOff.sender())
            .params(entry.sender().province(), Timestamp.from(handOff.handedOffAt()))
            .params(Timestamp.from(entry.receipt().receivedAt()), entry.contentSha256())
            .param(entry.salt().hex())
            .param(RowJson.write(entry.receipt()))
            .param(entry.correlationId())
            .param(entry.mayGoOn()));
  }

  private boolean proceed(Entry entry, int start, List<RulingRow> rulings) {
    HandOff handOff = entry.handOff();
    for (int from = start; from < entry.size(); from += AT_ONCE) {
      shipments(
          entry,
          from,
          from == start ? rulings : List.of(),
          jdbc.sql(CONTINUED + SHIPMENTS).params(handOff.partner(), handOff.handOffId()));
    }
    return true;
  }

  private static boolean shipments(
      Entry entry, int from, List<RulingRow> rulings, JdbcClient.StatementSpec statement) {
    int to = Math.min(from + AT_ONCE, entry.size());
    EvidenceRow evidence = entry.evidence();
    return statement
        .param(RowJson.write(entry.rows().between(from, to)))
        .param(RowJson.write(rulings))
        .param(entry.sender().name())
        .param(entry.sender().address())
        .param(to == entry.size())
        .params(Timestamp.from(evidence.at()), evidence.actor(), evidence.subject())
        .params(evidence.detail(), evidence.sha256())
        .query((row, number) -> true)
        .optional()
        .isPresent();
  }
}
