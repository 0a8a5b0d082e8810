package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parcels;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.Pgp;

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
  void makes_files_of_one_province_in_the_order_of_the_hand_offs() {
    List<String> first = room.classified("H24.16", "HP-1", 4);
    List<String> other = room.classified("H48.16", "QN-1", 1);

    for (int times = 0; times < 4; times++) {
      orders().make(room.clock.instant());
    }
    assertThat(names())
        .containsExactly(
            "KT1-ORDER_hai-phong_20261122T090000_0001.csv",
            "KT1-ORDER_hai-phong_20261122T090000_0002.csv",
            "KT1-ORDER_quang-ngai_20261122T090000_0001.csv");
    assertThat(Stream.generate(OrdersIT::claim).limit(3).map(OrdersIT::shipments))
        .containsExactlyInAnyOrder(first.subList(0, 3), first.subList(3, 4), other);
    assertThat(claim()).isNull();
  }

  @Test
  void numbers_files_without_a_gap_by_province_and_day_in_vietnam() {
    room.clock.set("2026-11-22T23:59:58+07:00");
    makeOne("H24.16", "HP-1");
    makeOne("H48.16", "QN-1");
    makeOne("H24.16", "HP-2");
    room.clock.advance(Duration.ofSeconds(1));
    makeOne("H24.16", "HP-3");
    room.clock.advance(Duration.ofSeconds(1));
    makeOne("H24.16", "HP-4");
    makeOne("H48.16", "QN-2");

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
  void the_same_order_is_made_once_and_its_file_is_owed_once() {
    String shipment = makeOne("H24.16", "HP-1");
    orders().make(room.clock.instant());
    assertThat(names()).containsExactly("KT1-ORDER_hai-phong_20261122T090000_0001.csv");
    assertThat(room.count("post_order")).isEqualTo(1);
    assertThat(room.count("outbox")).isZero();
    assertThat(shipments(claim())).containsExactly(shipment);
    assertThat(room.count("dispatch")).isEqualTo(1);
  }

  @Test
  void a_make_that_is_rolled_back_takes_no_number_and_leaves_all_owed() {
    List<String> shipments = room.classified("H24.16", "HP-1", 2);
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            open -> {
              orders().make(room.clock.instant());
              assertThat(names()).hasSize(1);
              open.setRollbackOnly();
            });
    assertThat(names()).isEmpty();
    assertThat(room.count("dispatch")).isZero();
    orders().make(room.clock.instant());
    assertThat(names()).containsExactly("KT1-ORDER_hai-phong_20261122T090000_0001.csv");
    assertThat(shipments(claim())).isEqualTo(shipments);
  }

  @Test
  void a_file_that_cannot_be_sealed_takes_no_number_and_leaves_all_owed(@TempDir Path keys)
      throws Exception {
    makeOne("H24.16", "HP-1");
    String waiting = room.classified("H24.16", "HP-2", 1).get(0);
    HandClock later = new HandClock(Instant.now().plusSeconds(60).toString());
    PostSeal seal = seal(keys, later);
    later.advance(Duration.ofHours(2));
    TransactionTemplate transaction =
        new TransactionTemplate(room.get(PlatformTransactionManager.class));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(open -> sealing(seal).make(room.clock.instant())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has come to its end");
    assertThat(names()).hasSize(1);
    assertThat(room.count("outbox where key = '" + waiting + "'")).isEqualTo(1);

    orders().make(room.clock.instant());
    assertThat(room.sql().sql("select seq from order_file order by 1").query(Integer.class).list())
        .containsExactly(1, 2);
  }

  @Test
  void files_are_sealed_before_they_are_owed_and_have_the_digest_of_what_leaves(@TempDir Path keys)
      throws Exception {
    PostSeal seal = seal(keys, new HandClock(Instant.now().plusSeconds(60).toString()));
    TransactionTemplate transaction =
        new TransactionTemplate(room.get(PlatformTransactionManager.class));
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    transaction.executeWithoutResult(open -> sealing(seal).make(room.clock.instant()));
    Parcel file = claim();
    assertSealed(file, "KT1-ORDER_hai-phong_20261122T090000_0001.csv.pgp");
    assertThat(room.count("order_file where sha256 = '" + file.sha256() + "'")).isEqualTo(1);
    room.get(Dispatch.class).sent(file);

    room.get(Cancellations.class)
        .cancel(new Caller("op", Caller.Role.OPERATOR, Set.of(), null), shipment);
    transaction.executeWithoutResult(open -> sealingCancellations(seal).make());
    assertSealed(claim(), "KT1-CANCEL_O-" + shipment + ".csv.pgp");
  }

  private static void assertSealed(Parcel file, String name) {
    assertThat(file.name()).isEqualTo(name);
    assertThat(file.kt1Only()).isTrue();
    assertThat(file.sha256()).isEqualTo(Sha256.of(file.content()));
    assertThat(new String(file.content(), StandardCharsets.ISO_8859_1)).doesNotContain("order_id");
  }

  /** Its key for the post lasts one hour. */
  private static PostSeal seal(Path keys, HandClock clock) throws Exception {
    OpenPGPKey post = Pgp.lasting("The post <post@example.vn>", new Date(), 3600);
    OpenPGPKey ours = Pgp.lockedKey("The gateway <gateway@example.vn>", "open sesame");
    String postFile = Pgp.publicFile(keys.resolve("post.asc"), post).toString();
    String ourFile = Pgp.secretFile(keys.resolve("ours.asc"), ours).toString();
    return new PostSeal(new PostSettings(new PgpSettings(postFile, ourFile, "open sesame")), clock);
  }

  private static Orders sealing(PostSeal seal) {
    return new Orders(
        room.sql(),
        room.get(CollectedOrders.class),
        room.get(OrderRead.class),
        seal,
        room.get(Parcels.class),
        room.get(HandOffLog.class),
        room.get(Parking.class),
        room.get(Evidence.class),
        room.clock);
  }

  private static CancellationFiles sealingCancellations(PostSeal seal) {
    return new CancellationFiles(
        room.sql(), seal, room.get(Parcels.class), room.get(Evidence.class), room.clock);
  }

  @Test
  void makers_at_once_never_share_an_order_and_number_without_a_gap() throws Exception {
    List<String> all = room.classified("H24.16", "HP-1", 60);
    Callable<Void> make =
        () -> {
          orders().make(room.clock.instant());
          return null;
        };
    together(Collections.nCopies(24, make));
    // Who found all rows locked made nothing; nothing is lost by it.
    room.order();
    assertThat(room.sql().sql("select shipment_id from post_order").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(
            room.sql().sql("select seq from order_file order by seq").query(Integer.class).list())
        .isEqualTo(IntStream.rangeClosed(1, room.count("order_file")).boxed().toList());
  }

  /**
   * Receipts lock a file and its shipments while the file is marked sent, sent again or asked to be
   * cancelled: whoever waits for another one must get his turn.
   */
  @Test
  void receipts_that_come_while_files_are_marked_sent_never_block_each_other_for_good()
      throws Exception {
    for (int round = 0; round < 3; round++) {
      room.empty();
      List<String> shipments = room.classified("H24.16", "HP-1", 60);
      while (room.count("outbox where topic = 'order'") > 0) {
        orders().make(room.clock.instant());
      }
      List<Callable<Void>> work = new ArrayList<>();
      for (Parcel file = claim(); file != null; file = claim()) {
        Parcel carried = file;
        Callable<Void> sent =
            () -> {
              room.get(Dispatch.class).sent(carried);
              return null;
            };
        work.addAll(List.of(sent, sent));
      }
      for (int receipt = 0; receipt < 12; receipt++) {
        work.add(receipt(receipt, shipments));
      }
      names().forEach(name -> work.add(resent(name)));
      Collections.shuffle(work, new Random(round));
      together(work);
      room.send("post");

      assertThat(room.sql().sql("select distinct state from shipment").query(String.class).list())
          .containsExactly("ACCEPTED");
      assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(60);
      assertThat(room.count("order_file where sent_at is null or answered_at is null")).isZero();
      assertThat(room.count("dispatch where content is not null or due_at is not null")).isZero();
    }
  }

  /** One of twelve receipt files, each with an order of every fifth shipment, last ones first. */
  private static Callable<Void> receipt(int number, List<String> shipments) {
    List<PostAnswer> answers =
        IntStream.range(0, 5)
            .map(row -> number % 2 == 0 ? row : 4 - row)
            .map(row -> row * 12 + number)
            .mapToObj(i -> room.accepts(i + 1, shipments.get(i), "KT1000000" + (10 + i)))
            .toList();
    return () -> {
      room.get(PostAnswers.class).apply(Room.file("r-" + number, answers));
      return null;
    };
  }

  private static Callable<Void> resent(String name) {
    return () -> {
      try {
        room.get(Resends.class).ask(new Actor("op", "10.0.0.1"), name, "Tệp hỏng");
      } catch (Rejected answered) {
        assertThat(answered.code()).isEqualTo(Fault.Code.ALREADY_ACCEPTED);
      }
      return null;
    };
  }

  private static void together(List<Callable<Void>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_shipment_is_ordered_once_the_post_has_the_file_and_sent_twice_is_once() {
    String shipment = makeOne("H24.16", "HP-SENT");
    assertThat(room.state(shipment)).isEqualTo("REGISTERED");
    Parcel file = claim();
    int before = room.count("evidence");
    room.get(Dispatch.class).sent(file);
    String first =
        room.sql().sql("select sent_at::text from order_file").query(String.class).single();
    room.clock.advance(Duration.ofHours(1));
    room.get(Dispatch.class).sent(file);

    assertThat(room.state(shipment)).isEqualTo("ORDERED");
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(1);
    assertThat(room.sql().sql("select sent_at::text from order_file").query(String.class).single())
        .isEqualTo(first);
    assertThat(room.count("outbox")).isZero();
    assertThat(claim()).isNull();
    assertThat(room.count("evidence") - before).isEqualTo(1);
    assertThat(
            room.sql()
                .sql("select act || ' ' || subject from evidence order by seq desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("order-file-sent " + file.name());
  }

  /** PostgreSQL keeps microseconds, and its driver rounds what is finer. */
  @Test
  void the_id_of_an_order_event_is_that_of_its_row_whatever_the_clock_tells() {
    makeOne("H24.16", "HP-FINE");
    room.clock.advance(Duration.ofNanos(501));
    room.get(Dispatch.class).sent(claim());
    assertThat(
            room.count(
                "event where raw_code = 'ORDERED' and event_id = event_id(shipment_id, source,"
                    + " item_code, raw_code, occurred_at, location)"))
        .isOne();
  }

  @Test
  void evidence_holds_a_salted_digest_of_a_file_with_degrees() {
    makeOne("H24.16", "HP-SALTED");
    Parcel file = claim();
    room.get(Dispatch.class).sent(file);

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
  void a_file_that_was_answered_needs_no_carrying() {
    List<String> shipments = room.classified("H24.16", "HP-1", 2);
    orders().make(room.clock.instant());
    room.get(PostAnswers.class)
        .apply(Room.file("r", List.of(room.accepts(1, shipments.get(0), "RA473124829VN"))));
    assertThat(claim()).as("an answer proves that the post has it").isNull();
    assertThat(room.count("order_file where sent_at is not null")).isEqualTo(1);
    assertThat(room.state(shipments.get(0))).isEqualTo("ACCEPTED");
    assertThat(room.state(shipments.get(1))).isEqualTo("ORDERED");
    assertThat(room.count("dispatch where content is not null"))
        .as("it may have to go again")
        .isEqualTo(1);
  }

  @Test
  void a_failed_carriage_backs_off_twice_as_long_each_time_up_to_the_longest_pause() {
    makeOne("H24.16", "HP-1");
    for (int pause : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      Parcel file = claim();
      room.get(Dispatch.class)
          .failed(file, "dispatch-post", new Unavailable("a folder of the post", null));
      room.clock.advance(Duration.ofSeconds(pause).minusMillis(1));
      assertThat(claim()).as("before %d s", pause).isNull();
      room.clock.advance(Duration.ofMillis(1));
    }
    assertThat(claim().attempts()).isEqualTo(8);
  }

  private static String makeOne(String sender, String id) {
    String shipment = room.classified(sender, id, 1).get(0);
    orders().make(room.clock.instant());
    return shipment;
  }

  private static @Nullable Parcel claim() {
    return room.get(Dispatch.class).claim("post");
  }

  /** Those whose orders stand in a file. */
  private static List<String> shipments(Parcel file) {
    return new String(file.content(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(row -> row.split(",")[1])
        .toList();
  }

  private static List<String> names() {
    return room.sql()
        .sql("select name from order_file order by province, on_day, seq")
        .query(String.class)
        .list();
  }
}
