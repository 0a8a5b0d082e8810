package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
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
    deliveries().tell();
    assertThat(told()).as("not yet").isEmpty();
    apply("first", "14", "2026-11-22T10:00:00+07:00");
    deliveries().tell();
    Parcel mail = room.get(Dispatch.class).claim("mail");
    assertThat(mail.recipient()).isEqualTo("PARTNER hp-eoffice");
    assertThat(mail.name()).isEqualTo("[KT1] DELIVERED " + shipment);
    assertThat(mail.reference()).isEqualTo(shipment);
    assertThat(NoticeContent.read(mail.content()).text())
        .contains("HO-1", "HO-1-1", shipment, ITEM, "10:00 22/11/2026");
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
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            killed -> {
              deliveries().tell();
              assertThat(told()).containsExactly(shipment);
              killed.setRollbackOnly();
            });
    assertThat(told()).isEmpty();
    assertThat(room.count("outbox where topic = 'delivered'")).isEqualTo(1);
    deliveries().tell();
    deliveries().tell();
    assertThat(told()).containsExactly(shipment);
  }

  @Test
  void a_shipment_that_has_not_arrived_after_all_is_not_told() {
    String shipment = room.accepted("HO-1", ITEM);
    apply("first", "14", "2026-11-22T10:00:00+07:00");
    deliveries().withdraw(shipment);
    deliveries().tell();
    assertThat(told()).isEmpty();
  }

  /** The shipments whose delivery is told. */
  private static List<String> told() {
    return room.sql()
        .sql("select reference from dispatch where kind = 'DELIVERED'")
        .query(String.class)
        .list();
  }

  private static void apply(String file, String code, String at) {
    room.get(StatusNews.class)
        .apply(Room.statuses(file, room.happened(Room.event(1, ITEM, code, at))));
  }

  private static Deliveries deliveries() {
    return room.get(Deliveries.class);
  }
}
