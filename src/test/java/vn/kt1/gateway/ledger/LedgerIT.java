package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.ShipmentId;

class LedgerIT {

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
