package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.status.StatusNews;

/** Each shipment that arrives is told of once. */
class DeliveriesIT {
  private static final String ITEM = "MK000000015VN";
  private static Room room;

  @BeforeAll
  static void open() {
    room = new Room();
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
  void a_delivery_is_owed_with_the_news_that_brings_it() {
    String shipment = room.accepted("HO-1", ITEM);
    assertThat(deliveries().claim()).as("not yet").isNull();
    apply("first", "14", "2026-11-22T10:00:00+07:00");
    Delivered delivered = deliveries().claim();
    assertThat(delivered.shipmentId()).isEqualTo(shipment);
    assertThat(delivered.partner()).isEqualTo("hp-eoffice");
    assertThat(delivered.handOffId()).isEqualTo("HO-1");
    assertThat(delivered.envelopeId()).isEqualTo("HO-1-1");
    assertThat(delivered.itemCode()).isEqualTo(ITEM);
    assertThat(deliveries().claim()).as("leased").isNull();
    deliveries().done(delivered);
    assertThat(room.count("outbox where topic = 'delivered'")).isZero();
  }

  @Test
  void the_same_news_and_later_news_owe_nothing_more() {
    room.accepted("HO-1", ITEM);
    apply("first", "14", "2026-11-22T10:00:00+07:00");
    apply("again", "14", "2026-11-22T10:00:00+07:00");
    apply("later", "14", "2026-11-22T11:00:00+07:00");
    assertThat(room.count("outbox where topic = 'delivered'")).isEqualTo(1);
  }

  /** Killed between owing the notice and being done with the delivery. */
  @Test
  void a_delivery_taken_up_twice_is_one_notice() {
    String shipment = room.accepted("HO-1", ITEM);
    apply("first", "14", "2026-11-22T10:00:00+07:00");
    Notice notice =
        new Notice(
            Notice.Kind.DELIVERED,
            shipment,
            shipment,
            Notice.Recipient.partner("hp-eoffice"),
            "x",
            null);
    for (int i = 0; i < 2; i++) {
      Delivered delivered = deliveries().claim();
      room.get(Notices.class).owe(notice);
      if (i == 1) {
        deliveries().done(delivered);
      }
      room.clock.advance(java.time.Duration.ofMinutes(5));
    }
    assertThat(deliveries().claim()).isNull();
    assertThat(room.count("notice")).isEqualTo(1);
  }

  private static void apply(String file, String code, String at) {
    room.get(StatusNews.class)
        .apply(Room.statuses(file, room.happened(Room.event(1, ITEM, code, at))));
  }

  private static Deliveries deliveries() {
    return room.get(Deliveries.class);
  }
}
