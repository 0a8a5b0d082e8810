package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.ledger.Room.event;
import static vn.kt1.gateway.ledger.Room.file;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.gateway.tracking.PollAnswers.Answer;
import vn.kt1.gateway.tracking.PollAnswers.Unanswered;

/** Whom the post is asked about, and what becomes of its answers; a page is two items here. */
class PollItemsIT {

  private static final String ITEM = "RA473124829VN";
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final Duration LATER = Duration.ofHours(5);

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
  void asks_about_an_item_as_soon_as_it_has_its_code_and_owes_nothing_by_it() {
    String shipment = room.accepted("HP-1", ITEM);
    PollPage page = inquiries().claim();
    assertThat(page.inquiries()).hasSize(1);
    PollItem inquiry = page.inquiries().get(0);
    assertThat(inquiry.shipmentId()).isEqualTo(shipment);
    assertThat(inquiry.itemCode().normalised()).isEqualTo(ITEM);
    assertThat(inquiry.newsAt()).isEqualTo(room.clock.instant());
    assertThat(room.count("outbox where topic <> 'charge'")).isZero();
    assertThat(inquiries().claim()).isNull();
  }

  @Test
  void asks_about_nothing_the_post_has_not_taken() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    room.order();
    assertThat(inquiries().claim()).isNull();
    apply("s1", event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"));
    room.get(PostAnswers.class).apply(file("r", List.of(room.accepts(1, shipment, ITEM))));
    assertThat(room.state(shipment)).as("delivered before its receipt").isEqualTo("DELIVERED");
    assertThat(room.count("inquiry")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "19", "9"})
  void asks_no_more_when_a_file_has_told_the_end(String code) {
    room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, code, "2026-11-22T10:00:00+07:00"));
    assertThat(room.count("inquiry")).isZero();
  }

  @ParameterizedTest
  @MethodSource("reachable")
  void whatever_moves_a_shipment_the_asking_ends_with_it_and_only_then(ShipmentState state) {
    String shipment = room.accepted("HP-1", ITEM);
    room.sql()
        .sql("update shipment set state = ? where shipment_id = ?")
        .params(state.name(), shipment)
        .update();
    assertThat(room.count("inquiry")).isEqualTo(state.end() ? 0 : 1);
  }

  static Stream<ShipmentState> reachable() {
    return Arrays.stream(ShipmentState.values()).filter(ShipmentState.ACCEPTED::mayBecome);
  }

  @Test
  void news_by_both_ways_is_one_event_and_the_first_way_is_told() {
    String shipment = room.accepted("HP-1", ITEM);
    TrackingEvent first = event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", "Hà Nội");
    TrackingEvent second = event(2, ITEM, "11", "2026-11-22T11:00:00+07:00", "Huế");
    apply("s1", first);
    answer(inquiries().claim(), first, second);
    assertThat(apply("s2", second, first)).isEqualTo(List.of(0, 2));
    assertThat(room.state(shipment)).isEqualTo("AT_DELIVERY_OFFICE");
    assertThat(
            room.sql()
                .sql("select channel from event where source = 'myvnp' order by raw_code")
                .query(String.class)
                .list())
        .containsExactly("FILE", "API");
  }

  @Test
  void an_answer_told_newest_first_stands_where_its_first_entry_says() {
    String shipment = room.accepted("HP-1", ITEM);
    String minute = "2026-11-22T11:00:00+07:00";
    answer(
        inquiries().claim(),
        event(1, ITEM, "12", minute),
        event(2, ITEM, "11", minute),
        event(3, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
  }

  @Test
  void an_api_that_answers_late_and_contradicts_a_file_leaves_one_true_story() {
    String shipment = room.accepted("HP-1", ITEM);
    PollPage page = inquiries().claim();
    TrackingEvent failed = event(1, ITEM, "13", "2026-11-22T10:30:00+07:00", "Huế");
    TrackingEvent delivered = event(2, ITEM, "14", "2026-11-22T11:00:00+07:00", "Huế");
    apply("s1", failed, delivered);
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    TrackingEvent before = event(1, ITEM, "10", "2026-11-22T09:30:00+07:00", "Hà Nội");
    TrackingEvent elsewhere = event(2, ITEM, "14", "2026-11-22T11:00:00+07:00", "Đà Nẵng");
    TrackingEvent after = event(3, ITEM, "16", "2026-11-22T12:00:00+07:00", "Huế");
    room.clock.advance(SOON);
    answer(page, before, failed, delivered, elsewhere, after);
    assertThat(room.state(shipment)).as("only a correction moves it").isEqualTo("DELIVERED");
    assertThat(
            room.sql()
                .sql(
                    """
                    select channel || ' ' || raw_code || ' ' || location from event
                    where source = 'myvnp' order by occurred_at, location
                    """)
                .query(String.class)
                .list())
        .as("what both told is there once, what only one told is there too")
        .containsExactly(
            "API 10 Hà Nội", "FILE 13 Huế", "FILE 14 Huế", "API 14 Đà Nẵng", "API 16 Huế");
    assertThat(room.count("dispatch where kind = 'DELIVERED'")).isLessThanOrEqualTo(1);
    assertThat(room.count("inquiry")).isZero();
    assertThat(apply("s2", before, elsewhere, after))
        .as("a file late, too")
        .isEqualTo(List.of(0, 3));
  }

  @Test
  void a_file_older_than_what_the_api_told_moves_nothing_back() {
    String shipment = room.accepted("HP-1", ITEM);
    answer(inquiries().claim(), event(1, ITEM, "13", "2026-11-22T10:30:00+07:00", "Huế"));
    String state = room.state(shipment);
    apply("s1", event(1, ITEM, "10", "2026-11-22T09:30:00+07:00", "Hà Nội"));
    assertThat(room.state(shipment)).isEqualTo(state);
    assertThat(room.count("event where source = 'myvnp'")).isEqualTo(2);
  }

  @Test
  void is_due_soon_after_news_and_later_after_silence() {
    room.accepted("HP-1", ITEM);
    TrackingEvent news = event(1, ITEM, "10", "2026-11-22T08:30:00+07:00");
    room.clock.advance(SOON);
    Instant told = room.clock.instant();
    answer(inquiries().claim(), news);
    assertThat(inquiries().claim()).isNull();
    room.clock.advance(SOON);
    PollPage again = inquiries().claim();
    assertThat(again.inquiries().get(0).newsAt()).isEqualTo(told);
    assertThat(again.inquiries().get(0).silent()).isZero();
    answer(again, news);
    room.clock.advance(SOON);
    assertThat(inquiries().claim()).isNull();
    room.clock.advance(LATER);
    assertThat(inquiries().claim().inquiries().get(0).silent()).isEqualTo(1);
  }

  @Test
  void news_by_file_is_news_of_the_item_too() {
    room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    assertThat(inquiries().claim().inquiries().get(0).newsAt())
        .isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
  }

  @Test
  void the_end_told_by_the_api_ends_the_asking() {
    String shipment = room.accepted("HP-1", ITEM);
    answer(inquiries().claim(), event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("inquiry")).isZero();
  }

  @Test
  void without_an_answer_one_waits_and_the_others_are_due_as_before() {
    room.accepted("HP-1", ITEM);
    room.accepted("HP-2", "RA000000005VN");
    PollPage page = inquiries().claim();
    assertThat(page.inquiries()).hasSize(2);
    PollItem failed = page.inquiries().get(0);
    Instant againAt = room.clock.instant().plus(SOON);
    inquiries()
        .apply(new PollAnswers(page.lease(), List.of(), List.of(new Unanswered(failed, againAt))));
    assertThat(shipments(inquiries().claim()))
        .containsExactly(page.inquiries().get(1).shipmentId());
    room.clock.advance(SOON);
    PollPage later = inquiries().claim();
    assertThat(later.inquiries()).extracting(PollItem::failures).contains(1);
  }

  @Test
  void a_killed_holder_loses_its_lease_by_time_and_a_late_answer_takes_no_other_away() {
    room.accepted("HP-1", ITEM);
    PollPage lost = inquiries().claim();
    room.clock.advance(
        new PollSettings(2, Duration.ofSeconds(10), Room.CHANGES).lease().minusSeconds(1));
    assertThat(inquiries().claim()).as("longer than all time-outs of a page").isNull();
    room.clock.advance(Duration.ofSeconds(1));
    PollPage other = inquiries().claim();
    assertThat(shipments(other)).isEqualTo(shipments(lost));
    answer(lost, event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    assertThat(room.count("inquiry where lease = '" + other.lease() + "'")).isEqualTo(1);
    assertThat(room.count("event where raw_code = '10'")).as("news is news").isEqualTo(1);
  }

  @Test
  void a_page_given_back_is_due_at_once() {
    room.accepted("HP-1", ITEM);
    inquiries().giveBack(inquiries().claim());
    assertThat(inquiries().claim()).isNotNull();
  }

  @Test
  void an_event_the_ledger_cannot_hold_keeps_no_other_out_and_is_not_asked_for_at_once() {
    String one = room.accepted("HP-1", ITEM);
    String two = room.accepted("HP-2", "RA000000005VN");
    PollPage page = inquiries().claim();
    String not = room.accepted("HP-3", "RA000000019VN");
    room.sql()
        .sql("update inquiry set lease = ?, leased_until = 'infinity' where shipment_id = ?")
        .params(page.lease(), not)
        .update();
    List<Answer> answers = new ArrayList<>();
    for (PollItem inquiry : page.inquiries()) {
      String place = inquiry.shipmentId().equals(one) ? "\u0000" : "Huế";
      answers.add(answered(inquiry, event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", place)));
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> inquiries().apply(new PollAnswers(page.lease(), answers, List.of())))
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    assertThat(room.state(two)).isEqualTo("IN_TRANSIT");
    assertThat(room.state(one)).isEqualTo("ACCEPTED");
    assertThat(room.count("inquiry where lease is not null")).isZero();
    assertThat(shipments(inquiries().claim())).as("not asked about").containsExactly(not);
    assertThat(
            room.count("inquiry where failures = 1 and silent = 1 and shipment_id = '" + one + "'"))
        .isEqualTo(1);
  }

  @Test
  void two_claimers_never_get_the_same_item() throws Exception {
    IntStream.range(0, 12).forEach(n -> room.accepted("HP-" + n, "KT1000000" + (10 + n)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> claims =
          IntStream.range(0, 6)
              .<Callable<List<String>>>mapToObj(n -> () -> shipments(inquiries().claim()))
              .toList();
      List<String> claimed = new ArrayList<>();
      for (Future<List<String>> done : threads.invokeAll(claims)) {
        claimed.addAll(done.get());
      }
      for (PollPage rest = inquiries().claim(); rest != null; rest = inquiries().claim()) {
        claimed.addAll(shipments(rest));
      }
      assertThat(claimed).hasSize(12).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_file_and_the_api_that_tell_the_same_at_once_do_not_hold_each_other_up() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 15; round++) {
        String item = "KT10000000" + round;
        String shipment = room.accepted("HP-RACE-" + round, item);
        List<TrackingEvent> news = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
          news.add(event(n, item, "10", "2026-11-22T10:%02d:00+07:00".formatted(n)));
        }
        List<TrackingEvent> reversed = new ArrayList<>(news);
        Collections.reverse(reversed);
        PollPage page = inquiries().claim();
        CyclicBarrier start = new CyclicBarrier(2);
        String name = "race-" + round;
        Callable<Object> byFile =
            () -> {
              start.await();
              return apply(name, news.toArray(TrackingEvent[]::new));
            };
        Callable<Object> byApi =
            () -> {
              start.await();
              answer(page, reversed.toArray(TrackingEvent[]::new));
              return page;
            };
        for (Future<Object> done : threads.invokeAll(List.of(byFile, byApi))) {
          done.get();
        }
        assertThat(room.count("event where raw_code = '10' and shipment_id = '" + shipment + "'"))
            .isEqualTo(40);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static PollItems inquiries() {
    return room.get(PollItems.class);
  }

  private static List<String> shipments(PollPage page) {
    return page == null ? List.of() : page.inquiries().stream().map(PollItem::shipmentId).toList();
  }

  @Test
  void an_answer_of_a_time_to_come_moves_nothing_and_the_true_one_counts() {
    String shipment = room.accepted("HP-1", ITEM);
    TrackingEvent never = event(1, ITEM, "14", "2062-01-01T00:00:00+07:00");
    PollPage page = inquiries().claim();
    Instant now = room.clock.instant();
    Answer answer =
        new Answer(page.inquiries().get(0), List.of(never), 0, now.plus(SOON), now.plus(LATER));
    var result = inquiries().apply(new PollAnswers(page.lease(), List.of(answer), List.of()));

    assertThat(result.applied()).isZero();
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("inquiry where unreadable = 1")).isEqualTo(1);
    room.clock.advance(LATER);
    answer(inquiries().claim(), event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
  }

  private static void answer(PollPage page, TrackingEvent... events) {
    UUID lease = page.lease();
    List<Answer> answers = page.inquiries().stream().map(i -> answered(i, events)).toList();
    inquiries().apply(new PollAnswers(lease, answers, List.of()));
  }

  private static Answer answered(PollItem inquiry, TrackingEvent... events) {
    Instant now = room.clock.instant();
    return new Answer(
        inquiry, Arrays.asList(room.happened(events)), 0, now.plus(SOON), now.plus(LATER));
  }

  private static List<Integer> apply(String name, TrackingEvent... rows) {
    var result = room.get(StatusNews.class).apply(Room.statuses(name, room.happened(rows)));
    return List.of(result.applied(), result.duplicates());
  }
}
