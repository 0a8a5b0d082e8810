package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.AnEnvelope.named;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DuplicateKeyException;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Ruling;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.ShipmentId;
import vn.kt1.testing.AnEnvelope;

class LedgerIT {

  /** Two parts and a half. */
  private static final int PARTS = 5 * Registration.AT_ONCE / 2;

  private static final String WAIT_IN_THE_LAST_PART =
      """
      create function wait_here() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(1); return new; end $$;
      create trigger wait_here before insert on shipment
        for each row when (new.position = %d) execute function wait_here();
      select pg_advisory_lock(1);
      """
          .formatted(PARTS - 1);

  private static final String WAITING =
      "pg_stat_activity where datname = current_database() and wait_event = 'advisory'";

  private static Room room;

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @Test
  void what_every_rule_said_is_kept_beside_the_shipment_and_is_no_part_of_the_receipt() {
    List<Decision> decisions = room.decided(mixed("HO-1")).decisions();
    Receipt receipt = room.register(mixed("HO-1"));
    room.register(mixed("HO-2"));

    for (int i = 0; i < decisions.size(); i++) {
      Ruling ruling = decisions.get(i).ruling();
      String kept =
          room.sql()
              .sql(
                  """
                  select jsonb_build_object('policy_version', policy_version, 'directory_version',
                    directory_version, 'verdicts', verdicts)::text
                  from ruling join shipment on ruling = ruling_sha256 where shipment_id = ?
                  """)
              .param(receipt.shipments().get(i).shipmentId())
              .query(String.class)
              .single();
      assertThat(RowJson.read(kept, Ruling.class)).isEqualTo(ruling);
      assertThat(ruling.verdicts())
          .extracting(Ruling.Said::rule)
          .containsExactlyElementsOf(Rules.all().stream().map(Rule::number).toList());
    }
    assertThat(room.count("ruling")).as("equal ones are kept once").isEqualTo(4);
    assertThat(room.sql().sql("select receipt::text from hand_off").query(String.class).list())
        .noneMatch(kept -> kept.contains("ruling"));
  }

  @Test
  void takes_a_hand_off_over_with_all_that_follows_from_it() {
    Receipt receipt = room.register(mixed("HO-1"));

    assertThat(receipt.repeated()).isFalse();
    assertThat(receipt.receivedAt()).isEqualTo(room.clock.instant());
    assertThat(receipt.shipments())
        .hasSize(4)
        .allMatch(line -> ShipmentId.valid(line.shipmentId()));
    assertThat(states(receipt)).containsExactly("REGISTERED", "REGISTERED", "HELD", "REFUSED");
    assertThat(room.count("event where source = 'gateway' and state = raw_code")).isEqualTo(4);
    assertThat(outboxKeys()).containsExactly(receipt.shipments().get(0).shipmentId());
  }

  @Test
  void keeps_evidence_of_ids_and_digests_in_the_same_step() {
    int before = room.count("evidence");
    Receipt receipt = room.register(mixed("HO-EVIDENCE"));
    room.register(mixed("HO-EVIDENCE"));

    var rows =
        room.sql().sql("select * from evidence where subject = 'HO-EVIDENCE'").query().listOfRows();
    assertThat(room.count("evidence")).isEqualTo(before + 1);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).containsEntry("actor", "hp-eoffice").containsEntry("act", "hand-off");
    assertThat(rows.get(0).get("detail").toString())
        .contains(receipt.shipments().get(3).shipmentId())
        .doesNotContain("SECRET")
        .doesNotContain("Lê Đại Hành");
  }

  @Test
  void writes_what_the_sender_left_out_as_the_directory_has_it() {
    Recipient other = new Recipient("H24.31", "Phòng tiếp nhận", null, "Ông Mẫu");
    room.register(room.handOff("hp-eoffice", "H24.16", "HO-1", named("1").to(other).sealed()));

    assertThat(room.sql().sql("select * from shipment").query().singleRow())
        .containsEntry("sender_name", "Sở Khoa học và Công nghệ thành phố Hải Phòng")
        .containsEntry("sender_province", "hai-phong")
        .containsEntry("recipient_name", "Phòng tiếp nhận")
        .containsEntry("recipient_address", "38 Lê Đại Hành, Hải Phòng")
        .containsEntry("addressee", "Ông Mẫu");
  }

  @Test
  void answers_the_same_again_with_the_first_receipt() {
    Receipt first = room.register(mixed("HO-1"));
    HandOff same = mixed("HO-1");
    room.clock.advance(Duration.ofHours(3));
    Receipt again = room.register(same);

    assertThat(again.repeated()).isTrue();
    assertThat(again).usingRecursiveComparison().ignoringFields("repeated").isEqualTo(first);
    assertThat(room.count("shipment")).isEqualTo(4);
    assertThat(room.count("outbox")).isEqualTo(1);
  }

  @Test
  void a_hand_off_that_tells_no_time_is_the_same_whenever_it_comes() {
    Receipt first = room.register(untimed("HO-1", "1"));
    room.clock.advance(Duration.ofHours(3));
    Receipt again = room.register(untimed("HO-1", "1"));

    assertThat(again.repeated()).isTrue();
    assertThat(again.receivedAt()).isEqualTo(first.receivedAt());
    assertThat(again.shipments()).isEqualTo(first.shipments());
    assertThatThrownBy(() -> room.register(untimed("HO-1", "2"))).isInstanceOf(Rejected.class);
  }

  private static HandOff untimed(String id, String envelope) {
    return new HandOff(
        "hp-eoffice",
        id,
        "H24.16",
        room.clock.instant(),
        false,
        Sha256.of(id),
        List.of(named(envelope).sealed()));
  }

  @Test
  void refuses_another_content_under_the_same_id() {
    room.register(mixed("HO-1"));
    HandOff other = room.handOff("hp-eoffice", "H24.16", "HO-1", named("HO-1-1").sealed());

    assertThatThrownBy(() -> room.register(other))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(Fault.Code.HAND_OFF_CONFLICT));
    assertThat(room.count("shipment")).isEqualTo(4);
  }

  /** An upload paused between two rows, and the first of them were taken for the whole file. */
  @Test
  void adds_the_rest_of_a_file_that_was_taken_too_early() {
    HandOff whole = mixed("HO-1");
    Receipt early = room.register(whole.first(2), true);
    room.clock.advance(Duration.ofMinutes(1));
    Receipt all = room.register(whole, true);
    Receipt again = room.register(whole, false);

    assertThat(all.shipments())
        .hasSize(4)
        .startsWith(early.shipments().toArray(Receipt.Line[]::new));
    assertThat(all.receivedAt()).isEqualTo(early.receivedAt());
    assertThat(again).isEqualTo(all);
    assertThat(room.count("hand_off")).isEqualTo(1);
    assertThat(room.count("shipment")).isEqualTo(4);
    assertThat(room.count("event")).isEqualTo(4);
    assertThat(room.count("outbox")).isEqualTo(1);
    assertThat(
            room.sql()
                .sql("select shipment_id from shipment order by position")
                .query(String.class)
                .list())
        .isEqualTo(all.shipments().stream().map(Receipt.Line::shipmentId).toList());
    assertThatThrownBy(() -> room.register(whole.first(2), true)).isInstanceOf(Rejected.class);
  }

  @Test
  void adds_nothing_to_a_hand_off_that_was_whole_or_begins_otherwise() {
    HandOff whole = mixed("HO-1");
    room.register(whole.first(2), false);
    assertThatThrownBy(() -> room.register(whole, true))
        .as("it had its checksum")
        .isInstanceOf(Rejected.class);
    HandOff called = mixed("HO-2");
    room.register(called.first(2), true);
    assertThatThrownBy(() -> room.register(called)).as("no file").isInstanceOf(Rejected.class);
    HandOff other =
        room.handOff(
            "hp-eoffice",
            "H24.16",
            "HO-2",
            named("x").sealed(),
            named("y").sealed(),
            named("z").sealed());
    assertThatThrownBy(() -> room.register(other, true))
        .as("another beginning")
        .isInstanceOf(Rejected.class);
    assertThat(room.count("shipment")).isEqualTo(4);
  }

  @Test
  void tells_the_ids_of_two_partners_apart() {
    Receipt one = room.register(mixed("HO-1"));
    Receipt other =
        room.register(room.handOff("clerk:H24.61", "H24.61", "HO-1", named("1").sealed()));

    assertThat(other.repeated()).isFalse();
    assertThat(other.shipments()).hasSize(1).doesNotContainAnyElementsOf(one.shipments());
  }

  @Test
  void takes_one_hand_off_over_once_though_twenty_bring_it_at_once() throws Exception {
    HandOff handOff = mixed("HO-1");
    List<Receipt> receipts = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Receipt> bring = () -> room.register(handOff);
      for (Future<Receipt> brought :
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> bring).toList())) {
        receipts.add(brought.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
    assertThat(receipts).extracting(Receipt::shipments).containsOnly(receipts.get(0).shipments());
    assertThat(room.count("hand_off")).isEqualTo(1);
    assertThat(room.count("shipment")).isEqualTo(4);
    assertThat(room.count("event")).isEqualTo(4);
    assertThat(room.count("outbox")).isEqualTo(1);
    assertThat(
            room.count(
                "evidence where subject = 'HO-1' and at = (select received_at from hand_off)"))
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void takes_five_hundred_envelopes_in_their_order() {
    Envelope[] envelopes =
        IntStream.range(0, 500)
            .mapToObj(number -> named("e-" + number).classified().sealed())
            .toArray(Envelope[]::new);
    Receipt receipt = room.register(room.handOff("hp-eoffice", "H24.16", "HO-1", envelopes));

    Set<String> ids = new HashSet<>();
    receipt.shipments().forEach(line -> ids.add(line.shipmentId()));
    assertThat(ids).hasSize(500);
    assertThat(
            room.sql()
                .sql("select envelope_id from shipment order by position")
                .query(String.class)
                .list())
        .isEqualTo(receipt.shipments().stream().map(Receipt.Line::envelopeId).toList());
    assertThat(outboxKeys())
        .isEqualTo(receipt.shipments().stream().map(Receipt.Line::shipmentId).toList());
  }

  @Test
  void takes_a_large_hand_off_in_parts_and_gives_its_first_receipt_again() {
    HandOff large = large("HO-L");
    Receipt first = room.register(large);
    Receipt again = room.register(large);

    assertThat(again.repeated()).isTrue();
    assertThat(again).usingRecursiveComparison().ignoringFields("repeated").isEqualTo(first);
    assertThat(
            room.sql()
                .sql("select shipment_id from shipment order by position")
                .query()
                .singleColumn())
        .isEqualTo(ids(first));
    assertThat(outboxKeys()).isEqualTo(ids(first));
    assertThat(room.count("event")).isEqualTo(PARTS);
    assertThat(room.count("hand_off")).isEqualTo(1);
  }

  @Test
  void keeps_evidence_of_how_many_shipments_there_are_and_of_their_digest_once_they_are_many() {
    Receipt receipt = room.register(large("HO-MANY"));

    String lines = ids(receipt).stream().map(id -> id + "\n").collect(Collectors.joining());
    assertThat(
            room.sql()
                .sql("select detail from evidence where subject = 'HO-MANY'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("\"shipmentCount\":" + PARTS)
        .contains("\"shipmentsSha256\":\"" + Sha256.of(lines) + "\"")
        .contains(
            "\"receiptDigest\":\""
                + salt("HO-MANY").digest(Sha256.of(RowJson.write(receipt)))
                + "\"");
  }

  /**
   * Whoever reads evidence knows all else of an envelope; the degree must not be found by trying.
   */
  @Test
  void no_digest_in_evidence_tells_the_degree() {
    AnEnvelope envelope = AnEnvelope.named("E-1").to("G06.11").classified();
    HandOff handOff = room.handOff("hp-eoffice", "H24.16", "HO-TRIED", envelope.sealed());
    Receipt receipt = room.register(handOff);
    String detail =
        room.sql()
            .sql("select detail from evidence where subject = 'HO-TRIED'")
            .query(String.class)
            .single();

    assertThat(detail)
        .contains(salt("HO-TRIED").digest(Ledger.contentSha256(handOff)))
        .contains(salt("HO-TRIED").digest(RowJson.sha256(receipt)))
        .doesNotContain(salt("HO-TRIED").hex());
    for (Secrecy secrecy : Secrecy.values()) {
      HandOff tried =
          room.handOff("hp-eoffice", "H24.16", "HO-TRIED", envelope.secrecy(secrecy).sealed());
      assertThat(detail).doesNotContain(Ledger.contentSha256(tried));
    }
    assertThat(detail).doesNotContain(RowJson.sha256(receipt));
    room.register(room.handOff("hp-eoffice", "H24.16", "HO-OTHER", envelope.classified().sealed()));
    assertThat(salt("HO-OTHER")).isNotEqualTo(salt("HO-TRIED"));
  }

  private static Salt salt(String handOff) {
    return new Salt(
        room.sql()
            .sql("select salt from hand_off where hand_off_id = ?")
            .param(handOff)
            .query(String.class)
            .single());
  }

  @Test
  void leaves_nothing_of_a_large_hand_off_whose_last_part_fails() {
    int before = room.count("evidence");
    List<Envelope> envelopes = new ArrayList<>(large("HO-B").envelopes());
    envelopes.set(PARTS - 1, envelopes.get(0)); // an id twice, which the table refuses
    HandOff broken =
        room.handOff("hp-eoffice", "H24.16", "HO-B", envelopes.toArray(Envelope[]::new));

    assertThatThrownBy(() -> room.register(broken)).isInstanceOf(DuplicateKeyException.class);

    for (String table : List.of("hand_off", "shipment", "event", "outbox")) {
      assertThat(room.count(table)).as(table).isZero();
    }
    assertThat(room.count("evidence")).isEqualTo(before);
    assertThat(room.register(large("HO-B")).repeated()).as("as if it had never been").isFalse();
  }

  @Test
  void leaves_nothing_of_a_large_hand_off_whose_connection_is_cut() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection gate = room.database.connection()) {
      gate.createStatement().execute(WAIT_IN_THE_LAST_PART);
      Future<Receipt> brought = thread.submit(() -> room.register(large("HO-CUT")));
      await().until(() -> room.count(WAITING) == 1);
      room.sql().sql("select pg_terminate_backend(pid) from " + WAITING).query().listOfRows();
      assertThatThrownBy(brought::get).hasCauseInstanceOf(NestedRuntimeException.class);
      gate.createStatement()
          .execute("drop function wait_here cascade; select pg_advisory_unlock(1)");
    } finally {
      thread.shutdownNow();
    }
    assertThat(room.count("hand_off")).isZero();
    assertThat(room.count("shipment")).isZero();
    assertThat(room.register(large("HO-CUT")).repeated()).isFalse();
  }

  @Test
  void takes_one_large_hand_off_over_once_though_it_is_brought_twice_at_once() throws Exception {
    HandOff large = large("HO-2");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Receipt> bring = () -> room.register(large);
      List<Future<Receipt>> brought = threads.invokeAll(List.of(bring, bring));
      List<Receipt> receipts = List.of(brought.get(0).get(), brought.get(1).get());
      assertThat(receipts).extracting(Receipt::repeated).containsExactlyInAnyOrder(true, false);
      assertThat(receipts.get(0).shipments()).isEqualTo(receipts.get(1).shipments());
    } finally {
      threads.shutdownNow();
    }
    assertThat(room.count("shipment")).isEqualTo(PARTS);
  }

  @Test
  void keeps_a_decision_once_however_many_envelopes_it_is_of() {
    room.register(large("HO-L"));

    assertThat(room.count("hand_off where jsonb_array_length(receipt->'decisions') = 1"))
        .isEqualTo(1);
  }

  @Test
  void reads_a_receipt_that_was_kept_with_the_decision_in_each_line() {
    HandOff handOff = mixed("HO-OLD");
    Receipt first = room.register(handOff);
    room.database
        .owner()
        .sql("update hand_off set receipt = ?::jsonb")
        .param(RowJson.write(first))
        .update();

    assertThat(room.register(handOff).shipments()).isEqualTo(first.shipments());
  }

  @Test
  void has_the_digest_it_always_had_whatever_stands_on_the_envelopes() {
    Recipient odd = new Recipient(null, "Sở Y tế \uD83D\uDCEC", "Đường \"3/2\"\n", "\u00e9e\u0301");
    HandOff handOff =
        room.handOff(
            "hp-eoffice",
            "H24.16",
            "HO-1",
            named("1").to(odd).deliverAt(room.clock.instant()).sealed(),
            named("2").classified().wish(Network.HAND).sealed());

    assertThat(Ledger.contentSha256(handOff))
        .isEqualTo(
            Sha256.of(
                RowJson.write(
                    List.of(handOff.sender(), handOff.handedOffAt(), handOff.envelopes()))));
  }

  private static HandOff large(String id) {
    Envelope[] envelopes =
        IntStream.range(0, PARTS)
            .mapToObj(number -> named("e-" + number).classified().sealed())
            .toArray(Envelope[]::new);
    return room.handOff("hp-eoffice", "H24.16", id, envelopes);
  }

  private static List<String> ids(Receipt receipt) {
    return receipt.shipments().stream().map(Receipt.Line::shipmentId).toList();
  }

  private static HandOff mixed(String id) {
    return room.handOff(
        "hp-eoffice",
        "H24.16",
        id,
        named(id + "-1").classified().sealed(),
        named(id + "-2").classified().wish(Network.HAND).sealed(),
        named(id + "-3").secrecy(Secrecy.UNSPECIFIED).sealed(),
        named(id + "-4").classified().wish(Network.PUBLIC_POST).sealed());
  }

  private static List<String> states(Receipt receipt) {
    return receipt.shipments().stream().map(line -> room.state(line.shipmentId())).toList();
  }

  private static List<String> outboxKeys() {
    return room.sql()
        .sql("select key from outbox where topic = 'order' order by outbox_no")
        .query(String.class)
        .list();
  }
}
