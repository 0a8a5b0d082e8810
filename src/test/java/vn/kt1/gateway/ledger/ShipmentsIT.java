package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;

class ShipmentsIT {

  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final ShipmentQuery ALL = query(null, null, null, null, null, null, null);

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

  /** HP-1 goes from H24.16 to G06.11, QN-1 from H48.16 to H24.31. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # role         | unit   | province   | sees      | of them with degree data
          OPERATOR       | -      | -          | HP-1 QN-1 | HP-1 QN-1
          POLICY_OFFICER | -      | -          | HP-1 QN-1 | HP-1 QN-1
          AUDITOR        | -      | -          | HP-1 QN-1 | -
          VIEWER         | -      | -          | HP-1 QN-1 | -
          DEPARTMENT     | -      | hai-phong  | HP-1      | HP-1
          DEPARTMENT     | -      | quang-ngai | QN-1      | QN-1
          DEPARTMENT     | -      | -          | -         | -
          PARTNER        | H24.16 | -          | HP-1      | HP-1
          PARTNER        | H24.31 | -          | QN-1      | -
          CLERK          | H24.16 | -          | HP-1      | HP-1
          CLERK          | H24.31 | -          | QN-1      | -
          CLERK          | H24.61 | -          | -         | -
          CLERK          | -      | -          | -         | -
          ADMIN          | -      | -          | -         | -
          """)
  void each_sees_what_it_may(
      Role role,
      @Nullable String unit,
      @Nullable String province,
      @Nullable String sees,
      @Nullable String degree) {
    room.classified("H24.16", "HP-1", 1);
    room.register(
        room.handOff("qn", "H48.16", "QN-1", named("1").to("H24.31").classified().sealed()));
    Caller caller =
        new Caller("hp-eoffice", role, unit == null ? Set.of() : Set.of(unit), province);

    List<ShipmentView> found = shipments().page(caller, ALL).items();
    assertThat(found)
        .extracting(ShipmentView::handOffId)
        .containsExactlyInAnyOrderElementsOf(words(sees));
    assertThat(found.stream().filter(shown -> shown.degree() != null).map(ShipmentView::handOffId))
        .containsExactlyInAnyOrderElementsOf(words(degree));
    for (ShipmentView any : shipments().page(OPERATOR, ALL).items()) {
      boolean seen = words(sees).contains(any.handOffId());
      assertThat(shipments().one(caller, any.shipmentId()).isPresent()).isEqualTo(seen);
      assertThat(shipments().timeline(caller, any.shipmentId()).isPresent()).isEqualTo(seen);
    }
  }

  @Test
  void the_receiving_side_sees_no_receipt_and_a_partner_none_of_anothers_hand_off() {
    room.classified("H24.16", "HP-1", 1);
    assertThat(shipments().receipt(partner("hp-eoffice", "H24.16"), "HP-1")).isPresent();
    assertThat(shipments().receipt(partner("other", "H24.16"), "HP-1")).isEmpty();
    assertThat(shipments().receipt(partner("gov", "G06.11"), "HP-1")).isEmpty();
    assertThat(shipments().ofHandOff(partner("gov", "G06.11"), "HP-1", 10)).isEmpty();
    assertThat(shipments().ofHandOff(partner("hp-eoffice", "H24.16"), "HP-1", 10)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "VIEWER", "OPERATOR"})
  void a_receipt_says_whether_its_degree_data_may_be_shown(Role role) {
    room.classified("H24.16", "HP-1", 1);
    var kept = shipments().receipt(new Caller("x", role, Set.of(), null), "HP-1").orElseThrow();
    assertThat(kept.degree()).isEqualTo(role == Role.OPERATOR);
  }

  @Test
  void of_hand_offs_under_one_id_the_newest_is_shown_to_who_reads_all() {
    room.register(room.handOff("a", "H24.16", "HO", named("old").sealed()));
    room.register(room.handOff("b", "H24.31", "HO", named("new").to("H24.16").sealed()));
    assertThat(shipments().ofHandOff(OPERATOR, "HO", 10))
        .extracting(ShipmentView::envelopeId)
        .containsExactly("new");
  }

  @Test
  void pages_follow_each_other_over_equal_times() {
    List<String> all = new ArrayList<>(room.classified("H24.16", "HP-1", 7));
    room.clock.set("2026-11-22T09:00:01+07:00");
    all.addAll(room.classified("H24.16", "HP-2", 6));
    List<String> read = new ArrayList<>();
    ShipmentQuery.Cursor after = null;
    ShipmentPage page;
    do {
      page =
          shipments()
              .page(
                  OPERATOR,
                  new ShipmentQuery(
                      null, null, null, null, null, null, null, null, null, null, after, 3));
      page.items().forEach(shown -> read.add(shown.shipmentId()));
      ShipmentView last = page.items().get(page.items().size() - 1);
      after = new ShipmentQuery.Cursor(last.handedOffAt(), last.shipmentId());
    } while (page.more());
    assertThat(read).hasSize(13).containsExactlyInAnyOrderElementsOf(all);
    assertThat(read.subList(0, 6)).containsExactlyInAnyOrderElementsOf(all.subList(7, 13));
  }

  @Test
  void filters_narrow_and_never_widen() {
    String one = room.accepted("HP-1", "RA473124829VN");
    room.clock.set("2026-11-22T10:00:00+07:00");
    room.register(
        room.handOff(
            "hp-eoffice",
            "H24.31",
            "HP-2",
            named("1").to("H24.16").wish(Network.HAND).sealed(),
            named("2").to("H24.16").secrecy(Secrecy.UNSPECIFIED).sealed()));
    Instant ten = room.clock.instant();

    assertThat(ids(query("G06.11", null, null, null, null, null, null))).containsExactly(one);
    assertThat(ids(query("H24.16", null, null, null, null, null, null))).hasSize(3);
    assertThat(ids(query(null, ShipmentState.ACCEPTED, null, null, null, null, null)))
        .containsExactly(one);
    assertThat(ids(query(null, null, Network.HAND, null, null, null, null))).hasSize(1);
    assertThat(ids(query(null, null, null, Outcome.HELD, null, null, null))).hasSize(1);
    assertThat(ids(query(null, null, null, null, "RA473124829VN", null, null)))
        .containsExactly(one);
    assertThat(ids(query(null, null, null, null, null, ten, null))).hasSize(2);
    assertThat(ids(query(null, null, null, null, null, null, ten))).containsExactly(one);
    Caller clerk = new Caller("clerk", Role.CLERK, Set.of("H24.61"), null);
    assertThat(shipments().page(clerk, query("H24.16", null, null, null, null, null, null)).items())
        .isEmpty();
  }

  @Test
  void shows_the_order_the_item_code_and_the_timeline_oldest_first() {
    String shipment = room.accepted("HP-1", "ra473124829vn");
    ShipmentView shown = shipments().one(OPERATOR, shipment).orElseThrow();
    assertThat(shown.order().orderId()).isEqualTo("O-" + shipment);
    assertThat(shown.order().file()).endsWith("_0001.csv");
    assertThat(shown.order().sentAt()).isEqualTo(room.clock.instant());
    assertThat(shown.itemCode().normalised()).isEqualTo("RA473124829VN");
    assertThat(shown.degree().service()).isEqualTo("KT1_B");
    assertThat(shipments().timeline(OPERATOR, shipment).orElseThrow())
        .extracting(TimelineEvent::rawCode)
        .containsExactly("REGISTERED", "ORDERED", "ACCEPTED");
  }

  private static Shipments shipments() {
    return room.get(Shipments.class);
  }

  private static Caller partner(String name, String unit) {
    return new Caller(name, Role.PARTNER, Set.of(unit), null);
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  private static List<String> ids(ShipmentQuery query) {
    return shipments().page(OPERATOR, query).items().stream()
        .map(ShipmentView::shipmentId)
        .toList();
  }

  private static ShipmentQuery query(
      @Nullable String unit,
      @Nullable ShipmentState state,
      @Nullable Network network,
      @Nullable Outcome decision,
      @Nullable String itemCode,
      @Nullable Instant from,
      @Nullable Instant to) {
    return new ShipmentQuery(
        unit, state, network, decision, itemCode, null, null, null, from, to, null, 50);
  }
}
