package vn.kt1.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.gateway.ledger.Room.event;
import static vn.kt1.gateway.ledger.Room.file;
import static vn.kt1.gateway.ledger.Room.statuses;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.table.Csv;
import vn.kt1.testing.Cases;

class StatusNewsIT {

  private static final String ITEM = "RA473124829VN";

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

  private static StatusNews tracking() {
    return room.get(StatusNews.class);
  }

  @Test
  void counts_what_became_of_each_row() {
    room.accepted("HP-1", ITEM);
    List<TrackingEvent> rows =
        List.of(
            event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"),
            event(2, ITEM, "10", "2026-11-22T10:00:00+07:00"),
            event(3, ITEM, "999", "2026-11-22T10:30:00+07:00"),
            event(5, "RA000000005VN", "14", "2026-11-22T11:00:00+07:00"));
    room.clock.set("2026-11-22T11:00:00+07:00");
    RowFault bad = RowFault.of(4, Fault.Code.BAD_VALUE, "time");
    Result result = tracking().apply(statuses("s.csv", rows, List.of(bad)));

    assertThat(result.rows()).isEqualTo(5);
    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.unmapped()).isEqualTo(1);
    assertThat(result.rejectedRows()).extracting(RowFault::row).containsExactly(4, 5);
    assertThat(result.rejectedRows().get(1).code()).isEqualTo(Fault.Code.UNKNOWN_ITEM);
  }

  @Test
  void keeps_an_unmapped_code_and_guesses_no_state() {
    String shipment = room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "27", "2026-11-22T10:00:00+07:00"));

    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("event where raw_code = '27' and meaning is null and state is null"))
        .isEqualTo(1);
  }

  @Test
  void money_is_an_event_without_a_state() {
    String shipment = room.accepted("HP-1", ITEM);
    assertThat(apply("s1", event(1, ITEM, "28", "2026-11-22T10:00:00+07:00")).applied())
        .isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  @Test
  void keeps_news_of_an_unknown_item_and_applies_it_when_the_item_appears() {
    apply("s1", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", "Hà Nội"));
    apply("s2", event(1, "ra 473 124 829 vn", "14", "2026-11-22T11:00:00+07:00"));
    assertThat(room.count("waiting_event")).isEqualTo(2);

    String shipment = room.accepted("HP-1", ITEM);
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("waiting_event")).isZero();
    assertThat(
            apply("s3", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", "Hà Nội")).duplicates())
        .isEqualTo(1);
  }

  @Test
  void a_row_counts_by_the_best_that_became_of_what_it_told() {
    String shipment = room.accepted("HP-1", ITEM);
    TrackingEvent known = event(1, ITEM, "10", "2026-11-22T10:00:00+07:00");
    TrackingEvent fresh = event(1, ITEM, "11", "2026-11-22T11:00:00+07:00");
    TrackingEvent unmapped = event(1, ITEM, "999", "2026-11-22T12:00:00+07:00");
    apply("s1", known);
    room.happened(fresh, unmapped);
    Result result =
        tracking().apply(rows(List.of(known, fresh, unmapped), List.of(unmapped), List.of()));

    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.duplicates()).isEqualTo(2);
    assertThat(result.unmapped()).isZero();
    assertThat(room.count("event where raw_code = '999'")).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("AT_DELIVERY_OFFICE");
  }

  @Test
  void late_news_of_a_code_used_again_belongs_to_the_shipment_that_had_it_then() {
    String first = room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "14", "2026-11-23T12:00:00+07:00"));
    room.clock.set("2027-12-01T09:00:00+07:00");
    String second = room.accepted("HP-2", ITEM);
    apply(
        "s2",
        event(1, ITEM, "28", "2026-11-24T08:00:00+07:00"),
        event(2, ITEM, "10", "2027-12-01T12:00:00+07:00"));

    assertThat(room.count("event where raw_code = '28' and shipment_id = '" + first + "'")).isOne();
    assertThat(room.count("event where raw_code = '10' and shipment_id = '" + second + "'"))
        .isOne();
    assertThat(room.state(second)).isEqualTo("IN_TRANSIT");
  }

  @Test
  void news_from_before_a_code_was_used_again_is_told_and_not_kept() {
    room.accepted("HP-1", ITEM);
    Result result = apply("s1", event(1, ITEM, "14", "2025-01-22T10:00:00+07:00"));
    assertThat(result.rejectedRows().get(0).code()).isEqualTo(Fault.Code.UNKNOWN_ITEM);
    assertThat(result.rejectedRows().get(0).detail().en()).contains("not kept");
    assertThat(room.count("waiting_event")).isZero();
  }

  @Test
  void what_waited_long_for_a_code_is_not_given_to_who_has_it_now() {
    apply("s1", event(1, ITEM, "14", "2025-01-22T10:00:00+07:00"));
    String shipment = room.accepted("HP-1", ITEM);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("waiting_event")).isOne();
  }

  @SafeVarargs
  private static PostFile<List<TrackingEvent>> rows(List<TrackingEvent>... rows) {
    return new PostFile<>(
        "rows",
        "rows",
        taker -> {
          for (int i = 0; i < rows.length; i++) {
            taker.told(i + 1, rows[i]);
          }
        });
  }

  @Test
  void the_same_unknown_news_waits_once() {
    Result first = apply("s1", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    Result again = apply("s2", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    assertThat(List.of(first.rejected(), again.rejected())).containsExactly(1, 1);
    assertThat(room.count("waiting_event")).isEqualTo(1);
  }

  @Test
  void the_same_file_again_changes_nothing() {
    room.accepted("HP-1", ITEM);
    TrackingEvent known = event(1, ITEM, "10", "2026-11-22T10:00:00+07:00");
    TrackingEvent unknown = event(2, "RA000000005VN", "10", "2026-11-22T10:00:00+07:00");
    apply("s1", known, unknown);
    int before = room.count("event");
    Result again = apply("s1", known, unknown);

    assertThat(List.of(again.rows(), again.applied(), again.duplicates(), again.rejected()))
        .containsExactly(2, 0, 1, 1);
    assertThat(room.count("event")).isEqualTo(before);
  }

  @Test
  void the_same_rows_in_another_file_are_duplicates() {
    room.accepted("HP-1", ITEM);
    TrackingEvent row = event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", "Hà Nội");
    apply("s1", row);
    Result other = apply("s2", row, event(2, ITEM, "10", "2026-11-22T03:00:00Z", "Hà Nội"));
    assertThat(List.of(other.applied(), other.duplicates())).containsExactly(0, 2);
    assertThat(apply("s3", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00", "Huế")).applied())
        .isEqualTo(1);
  }

  @Test
  void stands_where_the_latest_event_says_in_whatever_order_they_come() {
    String shipment = room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "12", "2026-11-22T12:00:00+07:00"));
    apply("s2", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
    apply("s3", event(1, ITEM, "13", "2026-11-22T13:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("IN_TRANSIT");
    apply(
        "s4",
        event(1, ITEM, "16", "2026-11-22T15:00:00+07:00"),
        event(2, ITEM, "11", "2026-11-22T14:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERY_FAILED");
  }

  @Test
  void what_has_not_happened_moves_nothing_and_is_not_kept_for_later() {
    String shipment = room.accepted("HP-1", ITEM);
    Result result =
        tracking()
            .apply(
                statuses(
                    "s.csv",
                    event(1, ITEM, "14", "2062-01-22T10:00:00+07:00"),
                    event(2, ITEM, "10", "2026-11-22T09:05:00+07:00"),
                    event(3, "RA000000005VN", "14", "2026-11-22T09:05:01+07:00")));

    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.rejectedRows())
        .containsExactly(
            RowFault.of(1, Fault.Code.BAD_VALUE, "future", ITEM),
            RowFault.of(3, Fault.Code.BAD_VALUE, "future", "RA000000005VN"));
    assertThat(room.count("outbox where topic = 'post-trouble' and starts_with(key, 'AHEAD ')"))
        .isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("IN_TRANSIT");
    assertThat(room.count("waiting_event")).isZero();
    apply("s2", event(1, ITEM, "14", "2026-11-23T10:00:00+07:00"));
    assertThat(room.state(shipment)).as("the true one").isEqualTo("DELIVERED");
  }

  /** The rows of cases/post/3-future-event; what is read of its bytes: StatusFilesTest. */
  @Test
  void a_typo_of_the_year_moves_nothing_and_the_true_end_counts() throws IOException {
    String shipment = room.accepted("HP-1", "MA000000014VN");
    room.clock.set("2026-11-30T12:30:00+07:00");
    List<List<String>> rows = Csv.read(Cases.post("3-future-event/status.csv"));
    TrackingEvent[] told =
        IntStream.range(1, rows.size())
            .mapToObj(i -> event(i, rows.get(i).get(0), rows.get(i).get(1), rows.get(i).get(3)))
            .toArray(TrackingEvent[]::new);
    Result result = tracking().apply(statuses("s1", told));
    assertThat(result.rejectedRows())
        .containsExactly(RowFault.of(1, Fault.Code.BAD_VALUE, "future", "MA000000014VN"));
    assertThat(result.applied()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
  }

  @Test
  void of_one_minute_the_last_told_counts_and_newest_first_the_first_told() {
    String told = room.accepted("HP-1", ITEM);
    String turned = room.accepted("HP-2", "RA000000005VN");
    String early = "2026-11-22T10:00:00+07:00";
    String minute = "2026-11-22T11:00:00+07:00";
    apply(
        "s1",
        event(1, ITEM, "10", early),
        event(2, ITEM, "11", minute),
        event(3, ITEM, "12", minute));
    apply(
        "s2",
        event(1, "RA000000005VN", "12", minute),
        event(2, "RA000000005VN", "11", minute),
        event(3, "RA000000005VN", "10", early));
    assertThat(room.state(told)).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(room.state(turned)).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(
            room.sql()
                .sql(
                    "select raw_code from event where source = 'myvnp' and shipment_id = ?"
                        + " order by occurred_at, recorded_no")
                .param(turned)
                .query(String.class)
                .list())
        .containsExactly("10", "11", "12");
  }

  @Test
  void others_in_the_file_show_that_it_is_told_newest_first() {
    String shipment = room.accepted("HP-1", ITEM);
    room.accepted("HP-2", "RA000000005VN");
    apply(
        "s1",
        event(1, ITEM, "12", "2026-11-22T11:00:00+07:00"),
        event(2, ITEM, "11", "2026-11-22T11:00:00+07:00"),
        event(3, "RA000000005VN", "11", "2026-11-22T12:00:00+07:00"),
        event(4, "RA000000005VN", "10", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
  }

  @Test
  void a_code_a_spreadsheet_has_spoiled_moves_its_own_item_and_no_other() {
    String own = room.accepted("HP-1", "600388060773");
    String other = room.accepted("HP-2", "6003880607730");
    apply("s1", event(1, "600388060773.0", "14", "2026-11-22T10:00:00+07:00"));
    assertThat(room.state(own)).isEqualTo("DELIVERED");
    assertThat(room.state(other)).isEqualTo("ACCEPTED");
  }

  @Test
  void an_unknown_item_is_named_as_given() {
    RowFault fault =
        apply("s1", event(1, "'ra 473", "10", "2026-11-22T10:00:00+07:00")).rejectedRows().get(0);
    assertThat(fault.sentence().en()).startsWith("'ra 473: ").contains("item_code");
  }

  @Test
  void a_file_of_many_batches_is_one_story() {
    String first = room.accepted("HP-1", ITEM);
    List<TrackingEvent> events = new ArrayList<>();
    OffsetDateTime start = OffsetDateTime.parse("2026-11-22T10:00:00+07:00");
    events.add(event(1, ITEM, "14", start.plusDays(1).toString()));
    for (int row = 2; row < 60_000; row++) {
      events.add(event(row, ITEM, "10", start.plusSeconds(row).toString()));
    }
    events.add(event(60_000, ITEM, "14", start.plusDays(1).toString()));
    room.happened(events.get(0));

    Result result = tracking().apply(statuses("MANY", events, List.of()));

    assertThat(result).isEqualTo(new Result(60_000, 59_999, 1, 0, List.of()));
    assertThat(room.state(first)).isEqualTo("DELIVERED");
    assertThat(room.count("event where source = 'myvnp' and raw_code = '10'")).isEqualTo(59_998);
  }

  @Test
  void items_told_of_later_in_a_long_file_are_asked_for_while_events_are_written() {
    String first = room.accepted("HP-1", ITEM);
    String other = room.accepted("HP-2", "RA473124830VN");
    List<TrackingEvent> events = enRoute(52_000);
    room.happened(events.get(51_999));
    events.set(26_000, event(26_001, "RA473124830VN", "14", "2026-11-22T12:00:00+07:00"));
    events.set(26_001, event(26_002, "RA473124843VN", "14", "2026-11-22T12:00:00+07:00"));

    Result result = tracking().apply(statuses("MANY", events, List.of()));

    assertThat(result.rejectedRows()).extracting(RowFault::row).containsExactly(26_002);
    assertThat(room.state(first)).isEqualTo("IN_TRANSIT");
    assertThat(room.state(other)).isEqualTo("DELIVERED");
    assertThat(result.applied()).isEqualTo(51_999);
    assertThat(room.count("event where source = 'myvnp'")).isEqualTo(51_999);
    assertThat(room.count("waiting_event")).isOne();
  }

  @Test
  void a_long_file_of_which_the_database_refuses_one_event_leaves_nothing_and_may_come_again() {
    String shipment = room.accepted("HP-1", ITEM);
    List<TrackingEvent> events = enRoute(52_000);
    room.happened(events.get(51_999));
    room.database
        .owner()
        .sql(
            "alter table event add constraint refused check (occurred_at <> '%s')"
                .formatted(events.get(4).occurredAt()))
        .update();
    try {
      assertThatThrownBy(() -> tracking().apply(statuses("MANY", events, List.of())))
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("refused");
    } finally {
      room.database.owner().sql("alter table event drop constraint refused").update();
    }
    assertThat(room.count("event where source = 'myvnp'")).isZero();
    assertThat(room.count("post_file where name = 'MANY'")).isZero();
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");

    assertThat(tracking().apply(statuses("MANY", events, List.of())).applied()).isEqualTo(52_000);
    assertThat(room.state(shipment)).isEqualTo("IN_TRANSIT");
  }

  private static List<TrackingEvent> enRoute(int rows) {
    OffsetDateTime start = OffsetDateTime.parse("2026-11-22T10:00:00+07:00");
    return IntStream.rangeClosed(1, rows)
        .mapToObj(row -> event(row, ITEM, "10", start.plusSeconds(row).toString()))
        .collect(Collectors.toList());
  }

  @Test
  void a_file_that_turns_out_to_be_none_at_its_end_leaves_nothing() {
    String shipment = room.accepted("HP-1", ITEM);
    PostFile<List<TrackingEvent>> broken =
        new PostFile<>(
            "BROKEN",
            "0".repeat(64),
            taker -> {
              for (int row = 1; row <= 26_000; row++) {
                taker.told(
                    row, List.of(event(row, ITEM, "10", "2026-11-22T10:00:00+07:00", "P" + row)));
              }
              throw new Rejected(Fault.of(Fault.Code.MALFORMED, "", "csv"));
            });
    assertThatThrownBy(() -> tracking().apply(broken)).isInstanceOf(Rejected.class);
    assertThat(room.count("event where raw_code = '10'")).isZero();
    assertThat(room.count("post_file where name = 'BROKEN'")).isZero();
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  @Test
  void an_ordered_shipment_gives_way_to_older_news() {
    String shipment = room.accepted("HP-1", ITEM);
    String twin = room.classified("H24.16", "HP-2", 1).get(0);
    room.order();
    room.clock.set("2026-11-20T09:00:00+07:00");
    room.get(PostAnswers.class).apply(file("r2", List.of(room.accepts(1, twin, "RA000000005VN"))));
    assertThat(room.state(twin)).isEqualTo("ACCEPTED");
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  @Test
  void nothing_leads_out_of_an_end_but_it_is_told() {
    String shipment = room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "14", "2026-11-22T12:00:00+07:00"));
    Result later = apply("s2", event(1, ITEM, "18", "2026-11-23T12:00:00+07:00"));
    assertThat(later.applied()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("event where raw_code = '18'")).isEqualTo(1);
  }

  @Test
  void a_code_used_again_belongs_to_the_newest_shipment() {
    String old = room.accepted("HP-1", ITEM);
    apply("s1", event(1, ITEM, "14", "2026-11-22T12:00:00+07:00"));
    room.clock.set("2027-11-22T12:00:00+07:00");
    String next = room.accepted("HP-2", ITEM);
    apply("s2", event(1, ITEM, "10", "2027-11-22T13:00:00+07:00"));

    assertThat(room.state(old)).isEqualTo("DELIVERED");
    assertThat(room.state(next)).isEqualTo("IN_TRANSIT");
  }

  @Test
  void a_status_row_and_the_receipt_of_its_item_never_pass_each_other_unseen() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 15; round++) {
        String item = "KT10000000" + round;
        String shipment = room.classified("H24.16", "HP-RACE-" + round, 1).get(0);
        room.order();
        CyclicBarrier start = new CyclicBarrier(2);
        String name = "race-" + round;
        Callable<Result> status =
            () -> {
              start.await();
              return apply(name, event(1, item, "10", "2026-11-22T10:00:00+07:00"));
            };
        Callable<Result> receipt =
            () -> {
              start.await();
              return room.get(PostAnswers.class)
                  .apply(file(name, List.of(room.accepts(1, shipment, item))));
            };
        for (Future<Result> done : threads.invokeAll(List.of(status, receipt))) {
          done.get();
        }
        assertThat(room.state(shipment)).isEqualTo("IN_TRANSIT");
      }
      assertThat(room.count("waiting_event")).isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Result apply(String name, TrackingEvent... rows) {
    return tracking().apply(statuses(name, room.happened(rows)));
  }
}
