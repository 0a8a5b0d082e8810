package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.gateway.ledger.Room.event;
import static vn.kt1.gateway.ledger.Room.statuses;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.ledger.TimelineEvent;
import vn.kt1.gateway.post.Corrections.Correction;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusNews;

/** An event that was wrong is withdrawn: what stood on it stands on the others. */
class CorrectionsIT {

  private static final String ITEM = "RA473124829VN";
  private static final Caller OPERATOR = new Caller("op", Role.OPERATOR, Set.of(), null);
  private static final Actor ACTOR = new Actor("op", null);

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
  void a_false_end_is_withdrawn_and_the_true_news_after_it_counts() {
    String shipment = room.accepted("HP-1", ITEM);
    hear("s1", event(1, ITEM, "10", "2026-11-22T10:00:00+07:00"));
    hear("s2", event(1, ITEM, "14", "2026-11-22T11:00:00+07:00"));
    hear("s3", event(1, ITEM, "12", "2026-11-22T11:30:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("inquiry")).isZero();

    Correction done = withdraw(shipment, eventId("14"));

    assertThat(done.state().name()).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(done.repeated()).isFalse();
    assertThat(room.state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(room.count("inquiry")).as("asked about again").isEqualTo(1);
    assertThat(room.count("outbox where topic = 'delivered'")).isZero();
    hear("s4", event(1, ITEM, "14", "2026-11-22T11:00:00+07:00"));
    assertThat(room.state(shipment)).as("the withdrawn news again").isEqualTo("OUT_FOR_DELIVERY");
    hear("s5", event(1, ITEM, "14", "2026-11-22T15:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
  }

  /** The end that stood behind the false one is told, too. */
  @Test
  void a_delivery_behind_a_false_return_is_told_by_mail() {
    String shipment = room.accepted("HP-1", ITEM);
    hear("s1", event(1, ITEM, "19", "2026-11-22T11:00:00+07:00"));
    hear("s2", event(1, ITEM, "14", "2026-11-22T12:00:00+07:00"));
    assertThat(room.state(shipment)).isEqualTo("RETURNED");
    withdraw(shipment, eventId("19"));
    assertThat(room.state(shipment)).isEqualTo("DELIVERED");
    assertThat(room.count("outbox where topic = 'delivered'")).isEqualTo(1);
  }

  @Test
  void twice_is_once_and_both_are_told_in_the_timeline_and_in_evidence() {
    String shipment = room.accepted("HP-1", ITEM);
    hear("s1", event(1, ITEM, "14", "2026-11-22T11:00:00+07:00"));
    Correction first = withdraw(shipment, eventId("14"));
    Correction second = withdraw(shipment, eventId("14"));

    assertThat(second.repeated()).isTrue();
    assertThat(second.correctionId()).isEqualTo(first.correctionId());
    assertThat(room.count("correction")).isEqualTo(1);
    assertThat(
            room.count("evidence where act = 'event-withdrawn' and subject = '" + shipment + "'"))
        .isEqualTo(1);
    assertThat(room.get(Shipments.class).timeline(OPERATOR, shipment).orElseThrow())
        .filteredOn(told -> told.rawCode().equals("14"))
        .singleElement()
        .extracting(TimelineEvent::correctedBy)
        .isEqualTo(first.correctionId().toString());
  }

  @Test
  void a_withdrawn_receipt_takes_its_item_code_along_and_the_right_one_counts() {
    String shipment = room.accepted("HP-1", ITEM);
    withdraw(shipment, eventId("ACCEPTED"));

    assertThat(room.state(shipment)).isEqualTo("ORDERED");
    assertThat(room.count("shipment where item_code is not null")).isZero();
    assertThat(room.count("inquiry")).isZero();
    assertThat(room.count("post_order where answered_at is null")).isEqualTo(1);
    room.get(PostAnswers.class)
        .apply(Room.file("right", java.util.List.of(room.accepts(1, shipment, "RA000000005VN"))));
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("shipment where item_code = 'RA000000005VN'")).isEqualTo(1);
    assertThat(room.count("inquiry where item_code = 'RA000000005VN'")).isEqualTo(1);
  }

  @Test
  void what_the_gateway_did_itself_is_not_withdrawn() {
    String shipment = room.accepted("HP-1", ITEM);
    refused("own-event", shipment, eventId("ORDERED"));
    refused("event", shipment, UUID.randomUUID());
    String other = room.accepted("HP-2", "RA000000005VN");
    refused("event", other, eventId("ACCEPTED", shipment));
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
  }

  @Test
  void who_may_not_is_told_and_who_sees_nothing_finds_nothing() {
    String shipment = room.accepted("HP-1", ITEM);
    UUID event = eventId("ACCEPTED");
    Caller sender = new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16"), null);
    assertThatThrownBy(() -> corrections().withdraw(sender, ACTOR, shipment, event, "x"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Fault.Code.FORBIDDEN));
    Caller stranger = new Caller("qn-eoffice", Role.PARTNER, Set.of("H48.16"), null);
    assertThat(corrections().withdraw(stranger, ACTOR, shipment, event, "x")).isEmpty();
  }

  @Test
  void no_other_move_leads_out_of_an_end() {
    String shipment = room.accepted("HP-1", ITEM);
    String other = room.accepted("HP-2", "RA000000005VN");
    hear("s1", event(1, ITEM, "14", "2026-11-22T11:00:00+07:00"));
    hear("s2", event(1, "RA000000005VN", "14", "2026-11-22T11:00:00+07:00"));
    withdraw(shipment, eventId("14", shipment));
    hear("s3", event(1, ITEM, "14", "2026-11-22T12:00:00+07:00"));
    for (String each : new String[] {shipment, other}) {
      assertThatThrownBy(
              () ->
                  room.sql()
                      .sql("update shipment set state = 'IN_TRANSIT' where shipment_id = ?")
                      .param(each)
                      .update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private static void hear(String file, TrackingEvent... events) {
    room.get(StatusNews.class).apply(statuses(file, room.happened(events)));
  }

  private static Correction withdraw(String shipment, UUID event) {
    return corrections().withdraw(OPERATOR, ACTOR, shipment, event, "the wrong item").orElseThrow();
  }

  private static void refused(String variant, String shipment, UUID event) {
    assertThatThrownBy(() -> withdraw(shipment, event))
        .isInstanceOfSatisfying(
            Rejected.class,
            no ->
                assertThat(no.faults())
                    .containsExactly(Fault.of(Fault.Code.BAD_VALUE, "/eventId", variant)));
  }

  private static UUID eventId(String code) {
    return room.sql()
        .sql("select event_id from event where raw_code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private static UUID eventId(String code, String shipment) {
    return room.sql()
        .sql("select event_id from event where raw_code = ? and shipment_id = ?")
        .params(code, shipment)
        .query(UUID.class)
        .single();
  }

  private static Corrections corrections() {
    return room.get(Corrections.class);
  }
}
