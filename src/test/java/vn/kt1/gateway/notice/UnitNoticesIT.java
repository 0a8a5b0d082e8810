package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.ledger.Room.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.post.Corrections;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusNews;

/** A unit is told of the moves it wants to be told of, once each. */
class UnitNoticesIT {

  private static final String ITEM = "MK000000015VN";
  private static Room room;
  private static Deliveries deliveries;

  @BeforeAll
  static void open() {
    room = new Room();
    Contract contract =
        new Contract(
            "H24.16",
            LocalDate.of(2026, 1, 1),
            null,
            Payer.UNKNOWN,
            null,
            null,
            "unit@h24-16.example",
            Set.of(Told.values()),
            "SYNTHETIC",
            false);
    Directory directory =
        new Directory(
            List.of(), List.of(), List.of(), List.of(), new Terms(List.of(contract), List.of()));
    Clock clock = room.clock;
    deliveries =
        new Deliveries(
            room.get(Moves.class),
            room.get(Outbox.class),
            new DeliveryNotices(directory, clock),
            room.get(Notices.class),
            directory,
            clock);
    room.get(ApplicationEventMulticaster.class).addApplicationListener(UnitNoticesIT::heard);
  }

  /** As the bean hears it, beside the one of the sandbox's directory, where no unit wants mails. */
  private static void heard(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> news) {
      if (news.getPayload() instanceof ShipmentsMoved moved) {
        deliveries.moved(moved);
      } else if (news.getPayload() instanceof ShipmentsTold told) {
        deliveries.told(told);
      }
    }
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @Test
  void each_move_is_told_once_however_often_it_is_news() {
    String shipment = room.accepted("HO-1", ITEM);
    deliveries.tell();
    assertThat(told()).containsExactly("RECEIPT ACCEPTED " + shipment);
    hear("s1", event(1, ITEM, "15", "2026-11-22T10:00:00+07:00"));
    deliveries.tell();
    hear("s2", event(1, ITEM, "6", "2026-11-22T10:30:00+07:00"));
    hear("s3", event(1, ITEM, "15", "2026-11-22T11:00:00+07:00"));
    deliveries.tell();
    assertThat(told()).containsExactly("RECEIPT ACCEPTED " + shipment, "SLA FAILED " + shipment);
    assertThat(text("FAILED " + shipment)).as("the first attempt").contains("10:00 22/11/2026");
    hear("s4", event(1, ITEM, "19", "2026-11-22T12:00:00+07:00"));
    hear("s5", event(1, ITEM, "19", "2026-11-22T12:00:00+07:00"));
    deliveries.tell();
    deliveries.tell();
    assertThat(told()).hasSize(3).last().asString().startsWith("SLA RETURNED " + shipment);
    assertThat(room.count("dispatch where recipient <> 'UNIT H24.16' and kind <> 'ORDER_FILE'"))
        .isZero();
    assertThat(room.count("outbox where topic in ('accepted', 'failed', 'returned')")).isZero();
  }

  @Test
  void a_failed_attempt_is_told_though_the_shipment_has_moved_on_in_the_same_file() {
    String shipment = room.accepted("HO-1", ITEM);
    hear(
        "s1",
        event(1, ITEM, "15", "2026-11-22T10:00:00+07:00"),
        event(2, ITEM, "11", "2026-11-22T10:10:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("AT_DELIVERY_OFFICE");
    deliveries.tell();
    assertThat(told()).contains("SLA FAILED " + shipment);
  }

  @Test
  void of_a_shipment_that_has_ended_only_the_end_is_told() {
    String shipment = room.accepted("HO-1", ITEM);
    hear(
        "s1",
        event(1, ITEM, "15", "2026-11-22T10:00:00+07:00"),
        event(2, ITEM, "14", "2026-11-22T10:10:00+07:00"));
    deliveries.tell();
    assertThat(told()).singleElement().asString().startsWith("DELIVERED " + shipment);
    hear("late", event(1, ITEM, "6", "2026-11-22T08:30:00+07:00"));
    deliveries.tell();
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_move_that_was_withdrawn_is_not_told() {
    String shipment = room.accepted("HO-1", ITEM);
    deliveries.tell();
    hear("s1", event(1, ITEM, "15", "2026-11-22T10:00:00+07:00"));
    withdraw(shipment, "15");
    hear("s2", event(1, ITEM, "19", "2026-11-22T11:00:00+07:00"));
    withdraw(shipment, "19");
    deliveries.tell();
    assertThat(told()).containsExactly("RECEIPT ACCEPTED " + shipment);
  }

  /** The gateway was away, or the unit wants to be told since yesterday. */
  @Test
  void old_news_is_none() {
    String shipment = room.accepted("HO-1", ITEM);
    room.sql().sql("delete from outbox where topic = 'accepted'").update();
    room.clock.set("2026-12-02T09:00:00+07:00");
    hear("s1", event(1, ITEM, "15", "2026-11-23T10:00:00+07:00"));
    hear("s2", event(1, ITEM, "12", "2026-12-02T09:00:00+07:00"));
    deliveries.tell();
    assertThat(told()).isEmpty();
    hear("s3", event(1, ITEM, "19", "2026-11-24T10:00:00+07:00"));
    hear("s4", event(1, ITEM, "14", "2026-12-02T10:00:00+07:00"));
    deliveries.tell();
    assertThat(told()).as("how it ended").singleElement().asString().contains(shipment);
  }

  @Test
  void nobody_is_told_of_the_shipments_of_others() {
    room.classified("H24.61", "HO-2", 1);
    room.order();
    String shipment =
        room.sql().sql("select shipment_id from shipment").query(String.class).single();
    room.get(vn.kt1.gateway.post.PostAnswers.class)
        .apply(Room.file("r", List.of(room.accepts(1, shipment, ITEM))));
    hear("s1", event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"));
    deliveries.tell();
    assertThat(told()).isEmpty();
  }

  private static void withdraw(String shipment, String code) {
    UUID event =
        room.sql()
            .sql("select event_id from event where raw_code = ?")
            .param(code)
            .query(UUID.class)
            .single();
    room.get(Corrections.class)
        .withdraw(
            new Caller("op", Caller.Role.OPERATOR, Set.of(), null),
            new Actor("op", null),
            shipment,
            event,
            "wrong");
  }

  /** Kind and occasion of what the unit is told, in order. */
  private static List<String> told() {
    return room.sql()
        .sql(
            """
            select kind || ' ' || occasion from dispatch where recipient = 'UNIT H24.16'
            order by owed_since, occasion
            """)
        .query(String.class)
        .list();
  }

  private static String text(String occasion) {
    return room.sql()
        .sql("select content from dispatch where occasion = ?")
        .param(occasion)
        .query((row, number) -> NoticeContent.read(row.getBytes("content")).text())
        .single();
  }

  private static void hear(String file, TrackingEvent... events) {
    room.get(StatusNews.class).apply(Room.statuses(file, room.happened(events)));
  }
}
