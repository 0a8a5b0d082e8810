package vn.kt1.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
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
import vn.kt1.gateway.dispatch.Parked;
import vn.kt1.gateway.dispatch.ParkedItem;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.testing.AnEnvelope;

class StatusNewsFilesIT {

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

  private static NewsCarriage carriage() {
    return room.get(NewsCarriage.class);
  }

  @Test
  void tells_each_change_once_in_its_order_and_nothing_of_the_receipt() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    assertThat(news().claim()).as("the receipt has told it").isNull();
    room.order();
    room.get(PostAnswers.class)
        .apply(Room.file("r", List.of(room.accepts(1, shipment, "RA473124829VN"))));
    var delivered = Room.event(1, "RA473124829VN", "14", "2026-11-22T15:00:00+07:00");
    room.happened(delivered);
    room.get(StatusNews.class).apply(Room.statuses("s", delivered));
    room.get(StatusNews.class).apply(Room.statuses("again", delivered));

    NewsBatch batch = news().claim();
    assertThat(batch.partner()).isEqualTo("hp-eoffice");
    assertThat(batch.rows())
        .extracting(row -> row.state() + " " + row.itemCode())
        .containsSubsequence("ORDERED null", "ACCEPTED RA473124829VN", "DELIVERED RA473124829VN")
        .doesNotHaveDuplicates()
        .endsWith("DELIVERED RA473124829VN");
    NewsRow last = batch.rows().get(batch.rows().size() - 1);
    assertThat(last.occurredAt()).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(last.envelopeId()).isEqualTo("HP-1-1");
    keep(batch);
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
    keep(news().claim());
    ordered("H24.16", "HP-2");
    assertThat(news().claim()).as("the last file has not arrived").isNull();
    room.clock.advance(Duration.ofMinutes(10));
    assertThat(news().claim()).as("still not").isNull();
    carriage().sent(carriage().claim());
    keep(news().claim());
    carriage().sent(carriage().claim());
    ordered("H24.16", "HP-3");
    ordered("H48.16", "QN-1");
    NewsBatch other = news().claim();
    assertThat(other.partner()).as("others do not wait").isEqualTo("qn-eoffice");
    keep(other);
    room.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(news().claim()).isNull();
    room.clock.advance(Duration.ofMillis(1));
    assertThat(news().claim().rows()).extracting(NewsRow::handOffId).containsOnly("HP-3");
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
  void a_claim_that_died_is_claimable_again_and_the_lost_one_keeps_nothing() {
    ordered("H24.16", "HP-1");
    NewsBatch dead = news().claim();
    room.clock.advance(Duration.ofSeconds(59));
    assertThat(news().claim()).isNull();
    room.clock.advance(Duration.ofSeconds(1));
    NewsBatch again = news().claim();
    assertThat(again.rows()).isEqualTo(dead.rows());
    assertThatThrownBy(() -> keep(dead)).isInstanceOf(Unavailable.class);
    assertThat(names()).isEmpty();
    keep(again);
    assertThatThrownBy(() -> keep(again)).isInstanceOf(Unavailable.class);
    assertThat(names()).hasSize(1);
  }

  @Test
  void claimants_at_once_never_share_a_row() throws Exception {
    ordered("H24.16", "HP-1");
    ordered("H48.16", "QN-1");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> claimed = new ArrayList<>();
    try {
      Callable<NewsBatch> claim = () -> news().claim();
      for (Future<NewsBatch> batch :
          threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> claim).toList())) {
        if (batch.get() != null) {
          batch.get().rows().forEach(row -> claimed.add(row.shipmentId() + row.state()));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(claimed).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_file_that_has_arrived_is_emptied_and_carried_no_more() {
    int before = room.count("evidence where act = 'news-file-sent'");
    ordered("H24.16", "HP-1");
    keep(news().claim());
    NewsFile slow = carriage().claim();
    room.clock.advance(Duration.ofMinutes(2));
    NewsFile again = carriage().claim();
    assertThat(again.content()).isEqualTo(slow.content());
    carriage().sent(slow);
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(carriage().claim()).as("sent, though its lease had passed").isNull();
    carriage().sent(again);
    assertThat(room.count("outbox where topic = 'news-file'")).isZero();
    assertThat(room.count("news_file where content is null and sent_at is not null")).isEqualTo(1);
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
    assertThat(room.count("news")).isEqualTo(1);
    assertThat(news().claim()).isNull();
    room.clock.advance(Duration.ofDays(1).plusSeconds(1));
    assertThat(news().claim()).isNull();
    assertThat(room.count("news")).isZero();
  }

  @Test
  void a_file_for_a_partner_without_a_folder_ends_like_its_news_and_not_sooner() {
    int before = room.count("evidence where act = 'news-file-dropped'");
    ordered("H24.16", "HP-1");
    keep(news().claim());
    room.sql().sql("update outbox set key = replace(key, 'hp-', 'gone-')").update();
    room.database.owner().sql("update news_file set partner = 'gone-eoffice'").update();
    room.clock.advance(Duration.ofDays(1).minusMillis(1));
    NewsFile file = carriage().claim();
    assertThat(file).as("another gateway may know the folder").isNotNull();
    fail(file);
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(carriage().claim()).isNull();
    assertThat(room.count("outbox where topic = 'news-file'")).isZero();
    assertThat(room.count("news_file where content is not null or sent_at is not null")).isZero();
    assertThat(room.count("evidence where act = 'news-file-dropped'")).isEqualTo(before + 1);
  }

  @Test
  void a_file_its_folder_does_not_take_for_hours_waits_for_a_person_who_lets_it_try_again() {
    String parked = parked();
    assertThat(room.count("outbox where topic = 'news-file'")).isZero();
    assertThat(carriage().claim()).isNull();
    work().again("news-send", parked);
    assertThat(carriage().claim().attempts()).isEqualTo(1);
    room.clock.advance(Duration.ofMinutes(2));
    carriage().sent(carriage().claim());
    assertThatThrownBy(() -> work().again("news-send", parked)).isInstanceOf(Rejected.class);
  }

  @Test
  void a_file_given_up_is_waited_for_no_longer() {
    int before = room.count("evidence where act = 'news-file-dropped'");
    String parked = parked();
    ordered("H24.16", "HP-2");
    assertThat(news().claim()).as("in their order").isNull();
    work().giveUp("news-send", parked);
    work().giveUp("news-send", parked);
    assertThat(room.count("evidence where act = 'news-file-dropped'")).isEqualTo(before + 1);
    assertThatThrownBy(() -> work().again("news-send", parked)).isInstanceOf(Rejected.class);
    keep(news().claim());
    assertThat(carriage().claim().name()).endsWith("_0002.csv");
  }

  /** A file that was tried as often as it can be; its reference. */
  private static String parked() {
    ordered("H24.16", "HP-1");
    keep(news().claim());
    for (int attempt = 1; attempt <= NewsCarriage.MOST_ATTEMPTS; attempt++) {
      assertThat(room.get(Parked.class).open()).isEmpty();
      fail(carriage().claim());
      room.clock.advance(Duration.ofMinutes(1));
    }
    ParkedItem item = room.get(Parked.class).open().get(0);
    assertThat(item.nextStep()).isEqualTo("check-the-folder");
    assertThat(work().knows(item.route())).isTrue();
    assertThat(item.reference()).startsWith("hp-eoffice/STATUS_");
    return item.reference();
  }

  private static void fail(NewsFile file) {
    carriage().postpone(file, "news-send", new Unavailable("a folder", null));
  }

  private static ParkedNews work() {
    return room.get(ParkedNews.class);
  }

  @Test
  void looks_at_no_old_file_of_a_partner() {
    room.database
        .owner()
        .sql(
            """
            insert into news_file (partner, name, on_day, seq, sha256, kept_at, sent_at)
            select 'hp-eoffice', 'STATUS_' || n, '2026-11-22', n, '', ?, ?
            from generate_series(1, 20000) n
            """)
        .params(timestamp(), timestamp())
        .update();
    room.database.owner().sql("analyze news_file").update();
    List<String> plan =
        room.sql()
            .sql("explain " + StatusNewsFiles.WAITING)
            .params(new String[] {"hp-eoffice"}, timestamp(), timestamp())
            .query(String.class)
            .list();
    assertThat(plan)
        .anyMatch(line -> line.contains("Scan using news_file_owed"))
        .anyMatch(line -> line.contains("Scan using news_file_by_time"))
        .noneMatch(line -> line.contains("Seq Scan on news_file"));
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
    keep(news().claim());
    carriage().sent(carriage().claim());
  }

  private static void keep(NewsBatch batch) {
    news().keep(new NewsRows(batch, new byte[] {1, 2}));
  }

  private static List<String> names() {
    return room.sql()
        .sql("select partner || ' ' || name from news_file order by partner, on_day, seq")
        .query(String.class)
        .list();
  }
}
