package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.ledger.Room.event;
import static vn.kt1.gateway.ledger.Room.file;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusNews;

class PostAnswersIT {

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

  @Test
  void an_accepted_order_brings_state_and_item_code() {
    String shipment = ordered("HP-1");
    Result result = apply("r1", room.accepts(1, shipment, "ra 473.124.829 vn"));

    assertThat(List.of(result.rows(), result.applied())).containsExactly(1, 1);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.sql().sql("select * from shipment").query().singleRow())
        .containsEntry("item_code_raw", "ra 473.124.829 vn")
        .containsEntry("item_code", ITEM)
        .containsEntry("item_code_valid", true);
  }

  @Test
  void a_wrong_check_digit_is_shown_and_not_refused() {
    String shipment = ordered("HP-1");
    assertThat(apply("r1", room.accepts(1, shipment, "BK990032289VN")).applied()).isEqualTo(1);
    assertThat(room.count("shipment where not item_code_valid")).isEqualTo(1);
  }

  @Test
  void an_answer_of_a_time_to_come_is_none() {
    String shipment = ordered("HP-1");
    PostAnswer today = room.accepts(1, shipment, ITEM);
    room.clock.advance(Duration.ofMinutes(-6));
    Result result = apply("r1", today);
    assertThat(result.rejectedRows())
        .containsExactly(RowFault.of(1, Fault.Code.BAD_VALUE, "future", today.orderId()));
    assertThat(room.state(shipment)).isEqualTo("ORDERED");
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(apply("r2", today).applied()).isEqualTo(1);
  }

  @Test
  void a_refused_order_ends_the_shipment() {
    String shipment = ordered("HP-1");
    assertThat(apply("r1", refuses(1, shipment, null)).applied()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("ORDER_REFUSED");
    assertThat(room.count("event where raw_code = 'REFUSED' and raw_text = 'quá nặng'"))
        .isEqualTo(1);
  }

  @Test
  void one_bad_row_never_loses_the_good_ones() {
    String one = ordered("HP-1");
    String two = ordered("HP-2");
    PostAnswer stranger = room.accepts(1, "XXXX-XXXX-XXXX-X", "RA000000005VN");
    PostAnswer crossed = answer(2, Orders.orderId(one), two);
    Result result = apply("r1", stranger, crossed, room.accepts(3, two, ITEM));

    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.rejectedRows())
        .extracting(RowFault::code)
        .containsExactly(Fault.Code.UNKNOWN_ORDER, Fault.Code.BAD_VALUE);
    assertThat(room.state(one)).isEqualTo("ORDERED");
    assertThat(room.state(two)).isEqualTo("ACCEPTED");
  }

  @Test
  void the_same_answer_again_is_a_duplicate_in_the_same_file_and_in_another() {
    String shipment = ordered("HP-1");
    PostAnswer answer = room.accepts(1, shipment, ITEM);
    Result twice = apply("r1", answer, answer);
    assertThat(List.of(twice.applied(), twice.duplicates())).containsExactly(1, 1);
    assertThat(apply("r1", answer, answer).duplicates()).isEqualTo(2);
    assertThat(apply("r2", answer).duplicates()).isEqualTo(1);
    assertThat(room.count("post_answer")).isEqualTo(1);
  }

  @Test
  void the_first_answer_counts_and_a_contradicting_one_is_kept_and_shown() {
    String shipment = ordered("HP-1");
    apply("r1", room.accepts(1, shipment, ITEM));
    Result other = apply("r2", refuses(1, shipment, null));

    assertThat(other.rejected()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("post_answer where not first")).isEqualTo(1);
    assertThat(apply("r3", refuses(1, shipment, null)).duplicates()).isEqualTo(1);
  }

  @Test
  void a_cumulative_file_with_weights_filled_in_says_nothing_new_and_a_change_gets_through() {
    List<String> shipments = room.classified("H24.16", "HP-1", 25);
    room.order();
    apply("day-1", answers(shipments, null));
    Result again = apply("day-2", answers(shipments, 182));

    assertThat(List.of(again.duplicates(), again.rejected())).containsExactly(25, 0);
    assertThat(room.count("outbox where topic = 'post-trouble'")).isZero();
    Result changed = apply("day-3", refuses(1, shipments.get(0), null));
    assertThat(changed.rejectedRows().get(0).key()).isEqualTo(Orders.orderId(shipments.get(0)));
    assertThat(room.count("outbox where topic = 'post-trouble'")).isOne();
  }

  private static PostAnswer[] answers(List<String> shipments, @Nullable Integer weight) {
    return IntStream.range(0, shipments.size())
        .mapToObj(
            i ->
                new PostAnswer(
                    i + 1,
                    Orders.orderId(shipments.get(i)),
                    null,
                    PostAnswer.Result.ACCEPTED,
                    ItemCode.of("KT1000000" + (10 + i)),
                    room.clock.instant().plusSeconds(weight == null ? 0 : 59),
                    weight == null ? null : "Bưu cục mẫu",
                    weight,
                    null))
        .toArray(PostAnswer[]::new);
  }

  @Test
  void a_corrected_item_code_replaces_the_old_one_and_is_told() {
    String shipment = ordered("HP-1");
    apply("r1", room.accepts(1, shipment, "RA000000005VN"));
    status("s1", event(1, "RA000000005VN", "10", "2026-11-22T10:00:00+07:00"));
    status("s2", event(1, ITEM, "12", "2026-11-22T12:00:00+07:00"));
    PostAnswer corrected = room.accepts(1, shipment, ITEM);
    assertThat(apply("r2", corrected).applied()).isEqualTo(1);

    assertThat(room.state(shipment)).as("by what waited for it").isEqualTo("OUT_FOR_DELIVERY");
    assertThat(room.count("shipment where item_code = '" + ITEM + "'")).isOne();
    assertThat(room.count("inquiry where item_code = '" + ITEM + "'")).isOne();
    assertThat(
            room.count(
                "event where raw_code = 'ITEM_CODE_CORRECTED' and state is null"
                    + " and raw_text = 'RA000000005VN → "
                    + ITEM
                    + "'"))
        .isOne();
    assertThat(room.count("evidence where act = 'item-code-corrected'")).isOne();
    assertThat(room.count("outbox where topic = 'post-trouble'")).isZero();

    Result cumulative = apply("r3", room.accepts(1, shipment, "RA000000005VN"), corrected);
    assertThat(cumulative.duplicates()).as("both were told before").isEqualTo(2);
    assertThat(room.count("shipment where item_code = '" + ITEM + "'")).isOne();
  }

  @Test
  void a_corrected_item_code_is_taken_from_no_other_shipment() {
    String one = ordered("HP-1");
    String two = ordered("HP-2");
    apply("r1", room.accepts(1, one, ITEM));
    apply("r2", room.accepts(1, two, "RA000000005VN"));
    Result result = apply("r3", room.accepts(1, two, ITEM));
    assertThat(result.rejectedRows())
        .extracting(RowFault::code)
        .containsExactly(Fault.Code.BAD_VALUE);
    assertThat(room.count("shipment where item_code = 'RA000000005VN'")).isOne();
  }

  private static void status(String name, TrackingEvent event) {
    room.get(StatusNews.class).apply(Room.statuses(name, room.happened(event)));
  }

  @Test
  void an_item_code_belongs_to_one_shipment_under_way() {
    String one = ordered("HP-1");
    String two = ordered("HP-2");
    apply("r1", room.accepts(1, one, ITEM));
    assertThat(apply("r2", room.accepts(1, two, ITEM)).rejected()).isEqualTo(1);
    assertThat(room.state(two)).isEqualTo("ORDERED");
    assertThat(apply("r3", room.accepts(1, two, "RA000000005VN")).applied()).isEqualTo(1);
  }

  @Test
  void the_code_of_a_refused_order_is_free_for_another() {
    String one = ordered("HP-1");
    String two = ordered("HP-2");
    apply("r1", refuses(1, one, ITEM));
    assertThat(apply("r2", room.accepts(1, two, ITEM)).applied()).isEqualTo(1);
  }

  private static String ordered(String id) {
    String shipment = room.classified("H24.16", id, 1).get(0);
    room.order();
    return shipment;
  }

  private static Result apply(String name, PostAnswer... answers) {
    return room.get(PostAnswers.class).apply(file(name, List.of(answers)));
  }

  private static PostAnswer refuses(int row, String shipment, @Nullable String item) {
    return new PostAnswer(
        row,
        Orders.orderId(shipment),
        null,
        PostAnswer.Result.REFUSED,
        item == null ? null : ItemCode.of(item),
        room.clock.instant(),
        null,
        null,
        "quá nặng");
  }

  private static PostAnswer answer(int row, String orderId, String shipment) {
    return new PostAnswer(
        row,
        orderId,
        shipment,
        PostAnswer.Result.ACCEPTED,
        ItemCode.of("RA000000005VN"),
        room.clock.instant(),
        null,
        null,
        null);
  }
}
