package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.ParkedParcelsOf;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;

/** Our copy of an order file: sent again while it is there, and gone with the last answer. */
class ResendsIT {

  private static final Actor OPERATOR = new Actor("operator", "10.0.0.1");

  private static final String ASKED =
      "evidence where act = 'order-file-resend-asked' and actor = 'operator'";
  private static final String RESENT = "evidence where act = 'order-file-resent'";

  private static Room room;

  /** Evidence stays whatever is emptied. */
  private int askedBefore;

  private int resentBefore;

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
    askedBefore = room.count(ASKED);
    resentBefore = room.count(RESENT);
  }

  @Test
  void the_same_bytes_are_owed_once_more_under_the_same_name() {
    room.classified("H24.16", "HP-1", 2);
    orders().make(room.clock.instant());
    Parcel first = claim();
    dispatch().sent(first);
    assertThat(resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng")).isTrue();
    assertThat(resends().ask(OPERATOR, name(), "Vẫn hỏng")).isTrue();
    Parcel file = claim();
    assertThat(file.name()).isEqualTo(name());
    assertThat(file.content()).isEqualTo(first.content());
    assertThat(file.sha256()).isEqualTo(Sha256.of(first.content()));
    assertThat(file.again()).as("takes the place of what lies there").isTrue();
    assertThat(claim()).as("once").isNull();
    dispatch().sent(file);
    dispatch().sent(file);
    assertThat(claim()).isNull();
    assertThat(room.count(ASKED) - askedBefore).isEqualTo(2);
    assertThat(room.count(RESENT) - resentBefore).isEqualTo(1);
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(2);
  }

  @Test
  void a_gateway_that_dies_over_it_leaves_it_owed() {
    ordered(1);
    resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng");
    assertThat(claim()).isNotNull();
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(claim().attempts()).isEqualTo(2);
  }

  @Test
  void our_copy_goes_with_the_last_answer_and_its_digest_stays() {
    List<String> shipments = ordered(2);
    accept(shipments.get(0), "RA473124829VN");
    assertThat(room.count("dispatch where content is not null")).isEqualTo(1);
    assertThat(resends().ask(OPERATOR, name(), "Bưu điện mất tệp")).isTrue();
    accept(shipments.get(1), "RA000000005VN");
    assertThat(
            room.count("dispatch where content is null and sha256 <> '' and sent_at is not null"))
        .isEqualTo(1);
    assertThat(claim()).as("nothing left to send").isNull();
    assertThat(room.count("dispatch where content is not null or due_at is not null")).isZero();
    assertThat(room.count(RESENT)).isEqualTo(resentBefore);
    assertThatThrownBy(() -> resends().ask(OPERATOR, name(), "x"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("already-accepted");
    assertThat(resends().ask(OPERATOR, "KT1-ORDER_none.csv", "x")).isFalse();
  }

  @Test
  void an_answer_that_comes_before_the_carriage_is_marked_leaves_nothing_to_carry() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    orders().make(room.clock.instant());
    Parcel underWay = claim();
    accept(shipment, "RA473124829VN");
    assertThat(room.count("order_file where sent_at is not null"))
        .as("the answer proves that the post has it")
        .isEqualTo(1);
    assertThat(room.count("dispatch where content is not null or due_at is not null")).isZero();
    dispatch().sent(underWay);
    dispatch().failed(underWay, "dispatch-post", new Unavailable("a folder", null));
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(claim()).isNull();
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(1);
  }

  @Test
  void a_second_resend_is_carried_once_the_first_has_arrived() {
    ordered(1);
    for (int time = 0; time < 2; time++) {
      resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng");
      Parcel again = claim();
      assertThat(again.again()).isTrue();
      dispatch().sent(again);
    }
    assertThat(room.count("dispatch where kind = 'ORDER_FILE' and sent_at is not null"))
        .isEqualTo(3);
  }

  @Test
  void an_order_file_is_never_given_up_and_a_resend_may_be() {
    room.classified("H24.16", "HP-1", 2);
    orders().make(room.clock.instant());
    Parcel first = claim();
    ParkedWork parked = ParkedParcelsOf.room(room);
    assertThatThrownBy(() -> parked.giveUp("dispatch-post", first.id()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("bad-parameter");
    dispatch().sent(first);
    resends().ask(OPERATOR, name(), "Bưu điện báo tệp hỏng");
    Parcel again = claim();
    parked.giveUp("dispatch-post", again.id());
    assertThat(claim()).isNull();
    assertThat(room.count("dispatch where given_up_at is not null and content is null"))
        .isEqualTo(1);
    assertThat(resends().ask(OPERATOR, name(), "Vẫn hỏng")).isTrue();
    assertThat(claim().content()).as("the file itself is kept").isEqualTo(first.content());
  }

  private static List<String> ordered(int count) {
    List<String> shipments = room.classified("H24.16", "HP-1", count);
    room.order();
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

  private static Dispatch dispatch() {
    return room.get(Dispatch.class);
  }

  private static @Nullable Parcel claim() {
    return dispatch().claim("post");
  }

  private static Resends resends() {
    return room.get(Resends.class);
  }
}
