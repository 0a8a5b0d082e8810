package vn.kt1.gateway.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.Corrections;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.status.StatusNews;

/** Charges follow what the post has accepted; a new table is approved and told once. */
class ChargesIT {

  private static final String ITEM = "RA473124829VN";
  private static final Caller OPERATOR = new Caller("op", Role.OPERATOR, Set.of(), null);
  private static final Actor DEPARTMENT = new Actor("department-hai-phong", null);

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
    room.get(Tariffs.class).afterSingletonsInstantiated();
  }

  /** Of 50 g between provinces: 13,000, and 35,000 for mark B; VAT 10 %. */
  @Test
  void an_accepted_shipment_is_priced_by_the_table_of_that_day() {
    String shipment = room.accepted("HP-1", ITEM);
    room.get(Charges.class).price();
    Map<String, Object> charge = charge(shipment);
    assertThat(charge)
        .containsEntry("amount", new BigDecimal(48_000))
        .containsEntry("vat", new BigDecimal(4_800))
        .containsEntry("zone", "BETWEEN_PROVINCES")
        .containsEntry("tariff", "synthetic-2026");
    assertThat(room.count("outbox where topic = 'charge'")).isZero();
    assertThat(room.sql().sql("select parts::text from charge").query(String.class).single())
        .isEqualTo(
            "[{\"part\": \"BASE\", \"amount\": 13000}, {\"part\": \"B\", \"amount\": 35000}]");
  }

  @Test
  void what_nobody_has_accepted_costs_nothing_yet() {
    room.classified("H24.16", "HP-1", 1);
    room.order();
    room.get(Charges.class).price();
    assertThat(room.count("charge")).isZero();
  }

  @Test
  void a_withdrawn_acceptance_takes_its_charge_along_and_the_next_one_brings_it_back() {
    String shipment = room.accepted("HP-1", ITEM);
    room.get(Charges.class).price();
    UUID event =
        room.sql()
            .sql("select event_id from event where shipment_id = ? and raw_code = 'ACCEPTED'")
            .param(shipment)
            .query(UUID.class)
            .single();
    room.get(Corrections.class)
        .withdraw(OPERATOR, new Actor("op", null), shipment, event, "wrong item");
    room.get(Charges.class).price();
    assertThat(room.count("charge")).isZero();
    room.get(PostAnswers.class)
        .apply(Room.file("right", List.of(room.accepts(1, shipment, "RA000000005VN"))));
    room.get(Charges.class).price();
    assertThat(charge(shipment)).containsEntry("amount", new BigDecimal(48_000));
  }

  @Test
  void news_of_a_priced_shipment_puts_no_work() {
    room.accepted("HP-1", ITEM);
    room.get(Charges.class).price();
    room.get(StatusNews.class)
        .apply(
            Room.statuses(
                "s1", room.happened(Room.event(1, ITEM, "14", "2026-11-22T11:00:00+07:00"))));
    assertThat(room.count("outbox where topic = 'charge'")).isZero();
  }

  @Test
  void what_cannot_be_priced_says_why_and_waits_for_a_new_table() {
    room.clock.set("2025-12-30T09:00:00+07:00");
    String shipment = room.accepted("HP-1", ITEM);
    room.get(Charges.class).price();
    assertThat(charge(shipment)).containsEntry("amount", null);
    assertThat(missing(shipment)).containsExactly("tariff");
    room.get(Charges.class).priceAnew();
    assertThat(room.count("outbox where topic = 'charge'")).isEqualTo(1);
  }

  @Test
  void an_approval_tells_each_unit_of_the_province_once() {
    KeptTariff next = room.get(Tariffs.class).one("synthetic-2027").orElseThrow();
    Approvals.Told told = room.get(Approvals.class).approve(DEPARTMENT, next, "hai-phong");
    room.get(Approvals.class).approve(DEPARTMENT, next, "hai-phong");
    int mails = room.count("dispatch where kind = 'TARIFF'");
    assertThat(told.units()).isPositive().isEqualTo(mails);
    assertThat(room.count("dispatch where kind = 'TARIFF' and recipient = 'UNIT H24.31'"))
        .isEqualTo(1);
    assertThat(room.count("dispatch where recipient like 'UNIT H48%'")).isZero();
    assertThat(told.unreached()).doesNotContain("H24.31");
    assertThat(room.count("evidence where act = 'tariff-approved'")).isEqualTo(1);
    assertThat(
            room.sql()
                .sql("select convert_from(content, 'UTF8') from dispatch where kind = 'TARIFF'")
                .query(String.class)
                .list())
        .allSatisfy(
            text -> assertThat(text).contains("SYNTHETIC", "01/07/2027").doesNotContain("9500"));
  }

  @Test
  void a_table_that_holds_already_is_not_approved() {
    KeptTariff now = room.get(Tariffs.class).one("synthetic-2026").orElseThrow();
    assertThatThrownBy(() -> room.get(Approvals.class).approve(DEPARTMENT, now, "hai-phong"))
        .isInstanceOf(Rejected.class);
    assertThat(room.count("dispatch")).isZero();
  }

  @Test
  void the_operators_hear_once_of_a_table_that_begins_unapproved() {
    room.get(TariffWatch.class).remind();
    assertThat(room.count("dispatch")).isZero();
    room.clock.set("2027-06-10T09:00:00+07:00");
    room.get(TariffWatch.class).remind();
    room.get(TariffWatch.class).remind();
    assertThat(room.count("dispatch where recipient = 'OPERATORS operators'")).isEqualTo(2);
  }

  private static Map<String, Object> charge(String shipment) {
    return room.sql()
        .sql("select amount, vat, zone, tariff from charge where shipment_id = ?")
        .param(shipment)
        .query()
        .singleRow();
  }

  private static List<String> missing(String shipment) {
    return room.sql()
        .sql("select unnest(missing) from charge where shipment_id = ?")
        .param(shipment)
        .query(String.class)
        .list();
  }
}
