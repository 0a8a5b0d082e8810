package vn.kt1.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.ledger.Room.event;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.TrackingEvent;

class NewlyMappedIT {

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

  @AfterEach
  void forget() {
    room.database.empty();
    room.database.owner().sql("delete from status_code where code in ('25', '26')").update();
  }

  @Test
  void applies_kept_events_once_somebody_has_mapped_their_code() {
    String shipment = room.accepted("HP-1", ITEM);
    apply(event(1, ITEM, "25", "2026-11-22T10:00:00+07:00"));
    assertThat(mapped()).isZero();
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");

    map("25", "RETURNING");
    assertThat(mapped()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("RETURNING");
    assertThat(mapped()).isZero();
  }

  @Test
  void what_has_happened_since_is_not_undone() {
    String shipment = room.accepted("HP-1", ITEM);
    apply(
        event(1, ITEM, "25", "2026-11-22T10:00:00+07:00"),
        event(2, ITEM, "12", "2026-11-22T11:00:00+07:00"));
    map("25", "RETURNING");
    mapped();
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(room.count("event where state = 'RETURNING'")).isEqualTo(1);
  }

  @Test
  void of_two_at_the_same_time_the_one_recorded_later_counts_whichever_was_mapped_later() {
    String shipment = room.accepted("HP-1", ITEM);
    apply(
        event(1, ITEM, "25", "2026-11-22T10:00:00+07:00"),
        event(2, ITEM, "12", "2026-11-22T10:00:00+07:00"));
    map("25", "RETURNING");
    mapped();
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");

    String other = room.accepted("HP-2", "RA000000005VN");
    apply(
        event(1, "RA000000005VN", "12", "2026-11-22T10:00:00+07:00"),
        event(2, "RA000000005VN", "26", "2026-11-22T10:00:00+07:00"));
    map("26", "RETURNING");
    mapped();
    assertThat(room.state(other)).isEqualTo("RETURNING");
  }

  @Test
  void a_code_mapped_to_no_state_moves_nothing() {
    String shipment = room.accepted("HP-1", ITEM);
    apply(event(1, ITEM, "26", "2026-11-22T10:00:00+07:00"));
    room.database
        .owner()
        .sql("insert into status_code values ('myvnp', '26', 'ON_HOLD', null, 'a-layout')")
        .update();
    assertThat(mapped()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("event where meaning = 'ON_HOLD'")).isEqualTo(1);
  }

  @Test
  void an_arrival_known_to_the_day_counts_once_it_is_mapped_and_is_the_same_news_afterwards() {
    String shipment = room.accepted("HP-1", ITEM);
    TrackingEvent day = onDay(event(1, ITEM, "25", "2026-11-22T00:00:00+07:00"));
    apply(day, event(2, ITEM, "12", "2026-11-22T09:00:00+07:00"));
    map("25", "DELIVERED");
    mapped();
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("shipment where state_since = '2026-11-22T23:59:59+07:00'")).isEqualTo(1);

    Result again = room.get(StatusNews.class).apply(Room.statuses("another", day));
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(room.count("event where raw_code = '25'")).isEqualTo(1);
  }

  @Test
  void an_arrival_known_to_the_day_that_waited_for_its_item_counts_as_of_the_days_end() {
    map("25", "DELIVERED");
    apply(onDay(event(1, ITEM, "25", "2026-11-22T00:00:00+07:00")));
    apply(
        event(1, ITEM, "12", "2026-11-22T09:00:00+07:00"),
        event(2, ITEM, "10", "2026-11-22T08:00:00+07:00"));
    String shipment = room.accepted("HP-1", ITEM);
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("event where day_only and occurred_at = '2026-11-22T23:59:59+07:00'"))
        .isEqualTo(1);
  }

  @Test
  void an_arrival_known_to_the_day_is_after_all_else_of_that_day_however_they_were_recorded() {
    String shipment = room.accepted("HP-1", ITEM);
    apply(
        onDay(event(1, ITEM, "25", "2026-11-23T00:00:00+07:00")),
        onDay(event(2, ITEM, "10", "2026-11-23T00:00:00+07:00")));
    assertThat(room.state(shipment)).isEqualTo("IN_TRANSIT");
    map("25", "DELIVERED");
    mapped();
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
  }

  private static TrackingEvent onDay(TrackingEvent event) {
    return new TrackingEvent(
        event.row(),
        event.source(),
        event.itemCode(),
        event.rawCode(),
        event.rawText(),
        event.occurredAt(),
        event.location(),
        event.note(),
        true);
  }

  private static int mapped() {
    return room.get(NewlyMapped.class).apply();
  }

  private static void map(String code, String state) {
    room.database
        .owner()
        .sql("insert into status_code values ('myvnp', ?, ?, ?, 'a-layout')")
        .params(code, state, state)
        .update();
  }

  private static void apply(TrackingEvent... events) {
    room.get(StatusNews.class)
        .apply(Room.statuses("s-" + events.length + events[0].itemCode(), room.happened(events)));
  }
}
