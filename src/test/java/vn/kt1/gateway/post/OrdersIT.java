package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;

class OrdersIT {

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

  private static Orders orders() {
    return room.get(Orders.class);
  }

  @Test
  void claims_batches_of_one_province_in_the_order_of_the_hand_offs() {
    List<String> first = room.classified("H24.16", "HP-1", 4);
    List<String> other = room.classified("H48.16", "QN-1", 1);

    assertThat(shipments(orders().claim())).isEqualTo(first.subList(0, 3));
    assertThat(shipments(orders().claim())).isEqualTo(first.subList(3, 4));
    assertThat(shipments(orders().claim())).isEqualTo(other);
    assertThat(orders().claim()).isNull();
  }

  @Test
  void numbers_files_without_a_gap_by_province_and_day_in_vietnam() {
    room.clock.set("2026-11-22T23:59:58+07:00");
    keepOne("H24.16", "HP-1");
    keepOne("H48.16", "QN-1");
    keepOne("H24.16", "HP-2");
    room.clock.advance(Duration.ofSeconds(1));
    keepOne("H24.16", "HP-3");
    room.clock.advance(Duration.ofSeconds(1));
    keepOne("H24.16", "HP-4");
    keepOne("H48.16", "QN-2");

    assertThat(names())
        .containsExactly(
            "KT1-ORDER_hai-phong_20261122T235958_0001.csv",
            "KT1-ORDER_hai-phong_20261122T235958_0002.csv",
            "KT1-ORDER_hai-phong_20261122T235959_0003.csv",
            "KT1-ORDER_hai-phong_20261123T000000_0001.csv",
            "KT1-ORDER_quang-ngai_20261122T235958_0001.csv",
            "KT1-ORDER_quang-ngai_20261123T000000_0001.csv");
  }

  @Test
  void a_claim_that_died_is_claimable_again_when_its_lease_has_passed() {
    List<String> shipments = room.classified("H24.16", "HP-1", 1);
    OrderBatch dead = orders().claim();

    room.clock.advance(Duration.ofSeconds(59));
    assertThat(orders().claim()).isNull();
    room.clock.advance(Duration.ofSeconds(1));
    OrderBatch again = orders().claim();
    assertThat(shipments(again)).isEqualTo(shipments);
    assertThat(again.lease()).isNotEqualTo(dead.lease());
  }

  @Test
  void keeping_under_a_lost_lease_changes_nothing_and_takes_no_number() {
    room.classified("H24.16", "HP-1", 1);
    OrderRows lost = rows(orders().claim());
    room.clock.advance(Duration.ofMinutes(2));
    OrderRows now = rows(orders().claim());

    assertThatThrownBy(() -> orders().keep(lost)).isInstanceOf(Unavailable.class);
    assertThat(names()).isEmpty();
    orders().keep(now);
    assertThatThrownBy(() -> orders().keep(now)).isInstanceOf(Unavailable.class);
    assertThat(names()).containsExactly("KT1-ORDER_hai-phong_20261122T090200_0001.csv");
    assertThat(room.count("post_order")).isEqualTo(1);
    assertThat(room.count("outbox where topic = 'order'")).isZero();
    assertThat(room.count("outbox where topic = 'order-file'")).isEqualTo(1);
  }

  @Test
  void claimants_at_once_never_share_an_order() throws Exception {
    List<String> all = room.classified("H24.16", "HP-1", 60);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> claimed = new ArrayList<>();
    try {
      Callable<List<String>> claim = () -> shipments(orders().claim());
      for (Future<List<String>> batch :
          threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> claim).toList())) {
        claimed.addAll(batch.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(claimed).doesNotHaveDuplicates();
    // Who found all rows locked came away empty; nothing is lost by it.
    for (OrderBatch rest = orders().claim(); rest != null; rest = orders().claim()) {
      claimed.addAll(shipments(rest));
    }
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void files_kept_at_once_are_numbered_without_a_gap() throws Exception {
    room.classified("H24.16", "HP-1", 30);
    List<OrderRows> batches = IntStream.range(0, 10).mapToObj(i -> rows(orders().claim())).toList();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      List<Callable<Boolean>> keeping =
          batches.stream().<Callable<Boolean>>map(rows -> () -> keep(rows)).toList();
      for (Future<Boolean> kept : threads.invokeAll(keeping)) {
        assertThat(kept.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            room.sql().sql("select seq from order_file order by seq").query(Integer.class).list())
        .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void a_shipment_is_ordered_once_the_post_has_the_file_and_sent_twice_is_once() {
    String shipment = keepOne("H24.16", "HP-SENT");
    assertThat(room.state(shipment)).isEqualTo("REGISTERED");
    OrderFile file = orders().claimFile();
    orders().sent(file);
    String first =
        room.sql().sql("select sent_at::text from order_file").query(String.class).single();
    room.clock.advance(Duration.ofHours(1));
    orders().sent(file);

    assertThat(room.state(shipment)).isEqualTo("ORDERED");
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(1);
    assertThat(room.sql().sql("select sent_at::text from order_file").query(String.class).single())
        .isEqualTo(first);
    assertThat(room.count("outbox")).isZero();
    assertThat(orders().claimFile()).isNull();
    assertThat(
            room.count(
                "evidence where act = 'order-file-sent' and subject = '" + file.name() + "'"))
        .isEqualTo(1);
  }

  @Test
  void evidence_holds_a_salted_digest_of_a_file_with_degrees() {
    keepOne("H24.16", "HP-SALTED");
    OrderFile file = orders().claimFile();
    orders().sent(file);

    Salt salt =
        room.sql()
            .sql("select salt from order_file where name = ?")
            .param(file.name())
            .query((row, number) -> new Salt(row.getString("salt")))
            .single();
    assertThat(
            room.sql()
                .sql("select detail from evidence where subject = ? order by seq desc limit 2")
                .param(file.name())
                .query(String.class)
                .list())
        .hasSize(2)
        .allSatisfy(
            detail ->
                assertThat(detail)
                    .contains("\"digest\":\"" + salt.digest(file.sha256()) + "\"")
                    .doesNotContain(file.sha256(), salt.hex()));
  }

  @Test
  void a_file_is_carried_as_it_was_kept() {
    room.classified("H24.16", "HP-1", 1);
    orders().keep(new OrderRows(orders().claim(), new byte[] {0, 1, -1, 13, 10}));
    OrderFile file = orders().claimFile();

    assertThat(file.content()).containsExactly(0, 1, -1, 13, 10);
    assertThat(file.sha256()).isEqualTo(Sha256.of(file.content()));
    assertThat(file.attempts()).isEqualTo(1);
  }

  @Test
  void a_file_that_was_answered_needs_no_carrying() {
    String shipment = keepOne("H24.16", "HP-1");
    OrderFile file = orders().claimFile();
    assertThat(orders().unanswered(file)).isEqualTo(file);
    room.get(PostAnswers.class)
        .apply(Room.file("r", List.of(room.accepts(1, shipment, "RA473124829VN"))));
    assertThat(orders().unanswered(file)).isNull();
    orders().sent(file);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  @Test
  void a_failed_carriage_backs_off_twice_as_long_each_time_up_to_the_longest_pause() {
    keepOne("H24.16", "HP-1");
    for (int pause : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      OrderFile file = orders().claimFile();
      orders().postpone(file);
      room.clock.advance(Duration.ofSeconds(pause).minusMillis(1));
      assertThat(orders().claimFile()).as("before %d s", pause).isNull();
      room.clock.advance(Duration.ofMillis(1));
    }
    assertThat(orders().claimFile().attempts()).isEqualTo(8);
  }

  private static boolean keep(OrderRows rows) {
    orders().keep(rows);
    return true;
  }

  private static String keepOne(String sender, String id) {
    String shipment = room.classified(sender, id, 1).get(0);
    orders().keep(rows(orders().claim()));
    return shipment;
  }

  private static OrderRows rows(@Nullable OrderBatch batch) {
    return new OrderRows(batch, new byte[] {1});
  }

  private static List<String> shipments(@Nullable OrderBatch batch) {
    return batch == null ? List.of() : batch.orders().stream().map(Order::shipmentId).toList();
  }

  private static List<String> names() {
    return room.sql()
        .sql("select name from order_file order by province, on_day, seq")
        .query(String.class)
        .list();
  }
}
