package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/** Our copy of an order file: sent again while it is there, and gone with the last answer. */
class ResendsIT {

  private static final Actor OPERATOR = new Actor("operator", "10.0.0.1");
  private static final byte[] CONTENT = {0, 1, -1, 13, 10};

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
  void the_same_bytes_are_owed_once_more_under_the_same_name() {
    ordered(2);
    assertThat(resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng")).isTrue();
    assertThat(resends().ask(OPERATOR, name(), "Vẫn hỏng")).isTrue();
    OrderFile file = resends().claim();
    assertThat(file.name()).isEqualTo(name());
    assertThat(file.content()).isEqualTo(CONTENT);
    assertThat(file.sha256()).isEqualTo(Sha256.of(CONTENT));
    assertThat(file.replaces()).isTrue();
    assertThat(resends().claim()).as("once").isNull();
    resends().sent(file);
    resends().sent(file);
    assertThat(room.count("outbox")).isZero();
    assertThat(room.count("evidence where act = 'order-file-resend-asked' and actor = 'operator'"))
        .isEqualTo(2);
    assertThat(room.count("evidence where act = 'order-file-resent'")).isEqualTo(1);
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(2);
  }

  @Test
  void a_gateway_that_dies_over_it_leaves_it_owed() {
    ordered(1);
    resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng");
    assertThat(resends().claim()).isNotNull();
    room.clock.advance(java.time.Duration.ofMinutes(1));
    assertThat(resends().claim().attempts()).isEqualTo(2);
  }

  @Test
  void our_copy_goes_with_the_last_answer_and_its_digest_stays() {
    List<String> shipments = ordered(2);
    accept(shipments.get(0), "RA473124829VN");
    assertThat(room.count("order_file where content is not null")).isEqualTo(1);
    assertThat(resends().ask(OPERATOR, name(), "Bưu điện mất tệp")).isTrue();
    accept(shipments.get(1), "RA000000005VN");
    assertThat(room.count("order_file where content is null and sha256 <> ''")).isEqualTo(1);
    assertThat(resends().claim()).as("nothing left to send").isNull();
    assertThat(room.count("outbox where topic = 'order-file-again'")).isZero();
    assertThatThrownBy(() -> resends().ask(OPERATOR, name(), "x"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("already-accepted");
    assertThat(resends().ask(OPERATOR, "KT1-ORDER_none.csv", "x")).isFalse();
  }

  @Test
  void an_answer_that_comes_before_the_carriage_is_marked_leaves_nothing_to_carry() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    orders().keep(new OrderRows(orders().claim(), CONTENT));
    accept(shipment, "RA473124829VN");
    OrderFile file = orders().claimFile();
    assertThat(file.content()).isEmpty();
    assertThat(orders().unanswered(file)).isNull();
    orders().sent(file);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  private static List<String> ordered(int count) {
    List<String> shipments = room.classified("H24.16", "HP-1", count);
    orders().keep(new OrderRows(orders().claim(), CONTENT));
    orders().sent(orders().claimFile());
    return shipments;
  }

  private static void accept(String shipment, String item) {
    room.get(PostAnswers.class)
        .apply(Room.file("r-" + item, List.of(room.accepts(1, shipment, item))));
  }

  private static String name() {
    return room.sql().sql("select name from order_file").query(String.class).single();
  }

  private static Orders orders() {
    return room.get(Orders.class);
  }

  private static Resends resends() {
    return room.get(Resends.class);
  }
}
