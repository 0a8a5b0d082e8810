package vn.kt1.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parked;
import vn.kt1.gateway.dispatch.ParkedItem;
import vn.kt1.gateway.dispatch.ParkedParcelsOf;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.testing.AnEnvelope;

class StatusNewsFilesIT {

  /** Three hours and more at the longest pause. */
  private static final int MOST_ATTEMPTS = 200;

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

  private static StatusNewsFiles news() {
    return room.get(StatusNewsFiles.class);
  }

  private static Dispatch dispatch() {
    return room.get(Dispatch.class);
  }

  @Test
  void tells_each_change_once_in_its_order_and_nothing_of_the_receipt() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    news().make();
    assertThat(names()).as("the receipt has told it").isEmpty();
    room.order();
    room.get(PostAnswers.class)
        .apply(Room.file("r", List.of(room.accepts(1, shipment, "RA473124829VN"))));
    var delivered = Room.event(1, "RA473124829VN", "14", "2026-11-22T15:00:00+07:00");
    room.happened(delivered);
    room.get(StatusNews.class).apply(Room.statuses("s", delivered));
    room.get(StatusNews.class).apply(Room.statuses("again", delivered));

    news().make();
    Parcel file = claim();
    assertThat(file.recipient()).isEqualTo("hp-eoffice");
    assertThat(rows(file))
        .extracting(row -> row.split(",")[4] + " " + row.split(",")[5])
        .containsSubsequence("ORDERED ", "ACCEPTED RA473124829VN", "DELIVERED RA473124829VN")
        .doesNotHaveDuplicates()
        .endsWith("DELIVERED RA473124829VN");
    assertThat(rows(file))
        .last()
        .isEqualTo(
            "HP-1,HP-1-1,"
                + shipment
                + ",ROUTED,DELIVERED,RA473124829VN,2026-11-22T15:00:00+07:00");
    assertThat(room.count("news")).isZero();
  }

  @Test
  void a_change_that_is_rolled_back_is_no_news() {
    room.classified("H24.16", "HP-1", 1);
    assertThatThrownBy(() -> room.sql().sql("update shipment set state = 'HELD'").update());
    assertThat(room.count("news")).isZero();
  }

  @Test
  void a_file_comes_at_most_every_five_minutes_and_not_before_the_last_one_has_arrived() {
    ordered("H24.16", "HP-1");
    news().make();
    ordered("H24.16", "HP-2");
    news().make();
    assertThat(names()).as("the last file has not arrived").hasSize(1);
    room.clock.advance(Duration.ofMinutes(10));
    news().make();
    assertThat(names()).as("still not").hasSize(1);
    room.send("partner");
    news().make();
    room.send("partner");
    ordered("H24.16", "HP-3");
    ordered("H48.16", "QN-1");
    news().make();
    assertThat(claim().recipient()).as("others do not wait").isEqualTo("qn-eoffice");
    room.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    news().make();
    assertThat(names()).hasSize(3);
    room.clock.advance(Duration.ofMillis(1));
    news().make();
    assertThat(rows("hp-eoffice")).hasSize(1).allMatch(row -> row.startsWith("HP-3,"));
  }

  @Test
  void numbers_files_without_a_gap_by_partner_and_day_in_vietnam() {
    room.clock.set("2026-11-22T23:50:00+07:00");
    deliver("H24.16", "HP-1");
    deliver("H48.16", "QN-1");
    room.clock.advance(Duration.ofMinutes(5));
    deliver("H24.16", "HP-2");
    room.clock.advance(Duration.ofMinutes(5));
    deliver("H24.16", "HP-3");
    assertThat(names())
        .containsExactly(
            "hp-eoffice STATUS_20261122T235000_0001.csv",
            "hp-eoffice STATUS_20261122T235500_0002.csv",
            "hp-eoffice STATUS_20261123T000000_0001.csv",
            "qn-eoffice STATUS_20261122T235000_0001.csv");
  }

  @Test
  void a_maker_that_dies_keeps_nothing_and_uses_no_number() {
    ordered("H24.16", "HP-1");
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            dies -> {
              news().make();
              assertThat(names()).hasSize(1);
              dies.setRollbackOnly();
            });
    assertThat(names()).isEmpty();
    assertThat(room.count("news")).isEqualTo(1);
    news().make();
    news().make();
    assertThat(names()).containsExactly("hp-eoffice STATUS_20261122T090000_0001.csv");
    assertThat(rows("hp-eoffice")).hasSize(1);
  }

  @Test
  void makers_at_once_never_share_a_row() throws Exception {
    ordered("H24.16", "HP-1");
    ordered("H48.16", "QN-1");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Object> make = Executors.callable(() -> news().make());
      for (Future<Object> made :
          threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> make).toList())) {
        made.get();
      }
    } finally {
      threads.shutdownNow();
    }
    // Whoever does not get its turn leaves the work to the next tick.
    news().make();
    news().make();
    assertThat(names()).hasSize(2);
    assertThat(rows("hp-eoffice")).hasSize(1).allMatch(row -> row.startsWith("HP-1,"));
    assertThat(rows("qn-eoffice")).hasSize(1).allMatch(row -> row.startsWith("QN-1,"));
  }

  @Test
  void a_file_that_has_arrived_is_emptied_and_carried_no_more() {
    int before = room.count("evidence where act = 'news-file-sent'");
    ordered("H24.16", "HP-1");
    news().make();
    Parcel slow = claim();
    room.clock.advance(Duration.ofMinutes(2));
    Parcel again = claim();
    assertThat(again.content()).isEqualTo(slow.content());
    dispatch().sent(slow);
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(claim()).as("sent, though its lease had passed").isNull();
    dispatch().sent(again);
    assertThat(room.count("dispatch where kind = 'STATUS_FILE' and due_at is not null")).isZero();
    assertThat(
            room.count(
                "dispatch where kind = 'STATUS_FILE' and content is null and sent_at is not null"))
        .isEqualTo(1);
    assertThat(room.count("evidence where act = 'news-file-sent'")).isEqualTo(before + 1);
  }

  @Test
  void news_of_clerks_do_not_pile_up() {
    HandOff byClerk =
        new HandOff(
            "clerk:H24.61",
            "C-1",
            "H24.61",
            room.clock.instant(),
            true,
            "0",
            List.of(AnEnvelope.named("1").classified().sealed()));
    room.register(byClerk);
    room.order();
    news().make();
    assertThat(room.count("news")).isEqualTo(1);
    room.clock.advance(Duration.ofDays(1).plusSeconds(1));
    news().make();
    assertThat(names()).isEmpty();
    assertThat(room.count("news")).isZero();
  }

  @Test
  void a_file_for_a_partner_without_a_folder_ends_like_its_news_and_not_sooner() {
    int before = room.count("evidence where act = 'news-file-dropped'");
    withoutFolder();
    room.clock.advance(Duration.ofDays(1).minusMillis(1));
    Parcel file = claim();
    assertThat(file).as("another gateway may know the folder").isNotNull();
    fail(file);
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(claim()).isNull();
    assertThat(room.count("dispatch where kind = 'STATUS_FILE' and due_at is not null")).isZero();
    assertThat(
            room.count(
                "dispatch where kind = 'STATUS_FILE'"
                    + " and (content is not null or sent_at is not null)"))
        .isZero();
    assertThat(room.count("evidence where act = 'news-file-dropped'")).isEqualTo(before + 1);
  }

  @Test
  void a_file_for_a_partner_without_a_folder_waits_for_no_person() {
    withoutFolder();
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      fail(claim());
      room.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(room.get(Parked.class).open()).isEmpty();
    assertThat(claim()).isNotNull();
  }

  /** A file is owed to a partner that this gateway does not know. */
  private static void withoutFolder() {
    ordered("H24.16", "HP-1");
    news().make();
    room.database
        .owner()
        .sql("update dispatch set recipient = 'gone-eoffice' where kind = 'STATUS_FILE'")
        .update();
  }

  @Test
  void a_file_its_folder_does_not_take_for_hours_waits_for_a_person_who_lets_it_try_again() {
    ParkedItem parked = parked();
    assertThat(room.count("dispatch where kind = 'STATUS_FILE' and due_at is not null")).isZero();
    assertThat(claim()).isNull();
    work().again(parked.route(), parked.reference());
    assertThat(claim().attempts()).isEqualTo(1);
    room.clock.advance(Duration.ofMinutes(2));
    room.send("partner");
    assertThatThrownBy(() -> work().again(parked.route(), parked.reference()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_file_given_up_is_waited_for_no_longer() {
    int before = room.count("evidence where act = 'news-file-dropped'");
    ParkedItem parked = parked();
    ordered("H24.16", "HP-2");
    news().make();
    assertThat(names()).as("in their order").hasSize(1);
    work().giveUp(parked.route(), parked.reference());
    work().giveUp(parked.route(), parked.reference());
    assertThat(room.count("evidence where act = 'news-file-dropped'")).isEqualTo(before + 1);
    assertThatThrownBy(() -> work().again(parked.route(), parked.reference()))
        .isInstanceOf(Rejected.class);
    news().make();
    assertThat(claim().name()).endsWith("_0002.csv");
  }

  /** A file that was tried as often as it can be. */
  private static ParkedItem parked() {
    ordered("H24.16", "HP-1");
    news().make();
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      assertThat(room.get(Parked.class).open()).isEmpty();
      fail(claim());
      room.clock.advance(Duration.ofMinutes(1));
    }
    ParkedItem item = room.get(Parked.class).open().get(0);
    assertThat(item.nextStep()).isEqualTo("check-the-folder");
    assertThat(work().knows(item.route())).isTrue();
    assertThat(
            room.sql()
                .sql("select recipient from dispatch where dispatch_id = ?::uuid")
                .param(item.reference())
                .query(String.class)
                .single())
        .isEqualTo("hp-eoffice");
    return item;
  }

  private static void fail(Parcel file) {
    dispatch().failed(file, "dispatch-partner", new Unavailable("a folder", null));
  }

  private static ParkedWork work() {
    return ParkedParcelsOf.room(room);
  }

  @Test
  void looks_at_no_old_file_of_a_partner() {
    room.database
        .owner()
        .sql(
            """
            insert into dispatch (dispatch_id, kind, recipient, occasion, name, sha256, kt1_only,
              owed_since, sent_at)
            select gen_random_uuid(), 'STATUS_FILE', 'hp-eoffice', 'STATUS_' || n, 'STATUS_' || n,
              '', false, ?, ?
            from generate_series(1, 20000) n
            """)
        .params(timestamp(), timestamp())
        .update();
    room.database.owner().sql("analyze dispatch").update();
    List<String> plan =
        room.sql()
            .sql("explain " + StatusNewsFiles.WAITING)
            .params(new String[] {"hp-eoffice"}, timestamp())
            .query(String.class)
            .list();
    assertThat(plan)
        .anyMatch(line -> line.contains("Scan using dispatch_open"))
        .anyMatch(line -> line.contains("Scan using dispatch_by_time"))
        .noneMatch(line -> line.contains("Seq Scan on dispatch"));
  }

  private static Timestamp timestamp() {
    return Timestamp.from(room.clock.instant());
  }

  private static void ordered(String sender, String id) {
    room.classified(sender, id, 1);
    room.order();
  }

  private static void deliver(String sender, String id) {
    ordered(sender, id);
    news().make();
    room.send("partner");
  }

  private static Parcel claim() {
    return dispatch().claim("partner");
  }

  /** Without the header. */
  private static List<String> rows(Parcel file) {
    return new String(file.content(), StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  /** Of all files that wait for that partner. */
  private static List<String> rows(String partner) {
    return room
        .sql()
        .sql(
            """
            select convert_from(content, 'UTF8') from dispatch
            where kind = 'STATUS_FILE' and recipient = ? and content is not null
            """)
        .param(partner)
        .query(String.class)
        .list()
        .stream()
        .flatMap(content -> content.lines().skip(1))
        .toList();
  }

  private static List<String> names() {
    return room.sql()
        .sql(
            """
            select recipient || ' ' || name from dispatch where kind = 'STATUS_FILE'
            order by recipient, name
            """)
        .query(String.class)
        .list();
  }
}
