package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.AnEnvelope.named;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Today.Counts;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/** The figures of a day, from the tables as the house fills them. */
class TodayIT {

  private static Room room;
  private static Today today;

  @BeforeAll
  static void enter() {
    room = new Room();
    today = room.get(Today.class);
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
  void counts_what_was_decided_and_what_the_post_still_owes() {
    room.classified("H24.16", "A", 3);
    room.register(
        room.handOff(
            "hp-eoffice",
            "H24.16",
            "B",
            named("held").to("G06.11").secrecy(Secrecy.UNSPECIFIED).sealed(),
            named("refused").to("G06.11").classified().wish(Network.PUBLIC_POST).sealed(),
            named("hand").to("G06.11").classified().wish(Network.HAND).sealed()));
    String accepted = room.accepted("C", "EA100000001VN");
    room.classified("H24.16", "D", 2);
    Counts counts = today.counts();
    assertThat(accepted).isNotEmpty();
    assertThat(counts.handOffs()).isEqualTo(4);
    assertThat(counts.taken()).isEqualTo(9);
    assertThat(List.of(counts.routed(), counts.held(), counts.refused()))
        .containsExactly(7L, 1L, 1L);
    assertThat(counts.ordered()).isEqualTo(6);
    assertThat(counts.acknowledged()).isEqualTo(1);
    assertThat(counts.waiting()).isEqualTo(5);
    assertThat(counts.events()).as("the receipt's").isEqualTo(1);
    assertThat(counts.backlog()).as("two orders, and a charge to compute").isEqualTo(3);
    assertThat(counts.oldest()).isEqualTo(room.clock.instant());
    assertThat(counts.balanced()).isTrue();
  }

  @Test
  void the_day_is_that_of_vietnam() {
    room.clock.set("2026-11-22T23:59:59+07:00");
    room.classified("H24.16", "LATE", 1);
    assertThat(today.counts().handOffs()).isEqualTo(1);
    room.clock.set("2026-11-23T00:00:00+07:00");
    assertThat(today.counts().handOffs()).isZero();
    room.classified("H24.16", "EARLY", 1);
    assertThat(today.counts().handOffs()).isEqualTo(1);
    assertThat(today.counts().backlog()).as("whatever the day").isEqualTo(2);
  }

  @Test
  void an_order_that_nobody_owes_any_more_is_out_of_balance() {
    room.classified("H24.16", "A", 2);
    room.database.owner().sql("delete from outbox where topic = 'order'").update();
    assertThat(today.counts().balanced()).isFalse();
  }

  @Test
  void a_shipment_that_is_gone_is_out_of_balance() {
    room.classified("H24.16", "A", 2);
    room.database.owner().sql("delete from event").update();
    room.database
        .owner()
        .sql("delete from outbox where outbox_no = (select min(outbox_no) from outbox)")
        .update();
    room.database
        .owner()
        .sql("delete from shipment where shipment_id not in (select key from outbox)")
        .update();
    assertThat(today.counts().balanced()).isFalse();
  }

  @Test
  void knows_when_something_of_a_partner_was_last_taken() {
    room.classified("H24.16", "A", 1);
    assertThat(today.lastTaken(List.of("hp-eoffice", "qn-eoffice")))
        .containsOnlyKeys("hp-eoffice")
        .containsValue(room.clock.instant());
  }
}
