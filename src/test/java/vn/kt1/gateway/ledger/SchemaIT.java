package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StatusMap;

/** What the database guards by itself, whatever the code above it does. */
class SchemaIT {

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
  void sessions_live_in_a_foreign_zone_and_belong_to_a_role_without_rights_of_its_own() {
    assertThat(room.sql().sql("show time zone").query(String.class).single())
        .isEqualTo("America/New_York");
    assertThat(room.sql().sql("select current_user").query(String.class).single())
        .isEqualTo("kt1_app");
    refused(room.sql(), "create table mine (n integer)", "permission denied");
    refused(room.sql(), "delete from shipment", "permission denied");
    refused(room.sql(), "update state_move set to_state = 'LOST'", "permission denied");
  }

  @Test
  void what_was_decided_cannot_be_rewritten_by_the_application() {
    for (String column : List.of("sender_code", "wish", "urgency", "hand_off_key", "position")) {
      refused(room.sql(), "update shipment set " + column + " = null", "permission denied");
    }
  }

  /**
   * Each is read by the package its comment in the migrations names, and shows no more than that.
   */
  @Test
  void these_views_others_may_read() {
    assertThat(list("select viewname from pg_views where schemaname = 'public'"))
        .containsExactlyInAnyOrder(
            "v_report_notice", "v_quality_item", "v_quality_answer", "v_quality_month");
    refused(room.sql(), "delete from v_report_notice", "permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update report_version set year = 2000", "delete from report_version"})
  void nobody_changes_a_report_that_was_made(String sql) {
    refused(room.sql(), sql, "permission denied");
    refused(room.database.owner(), sql, "kept as it was made");
  }

  @Test
  void quartz_finds_its_tables_and_may_use_them() {
    assertThat(list("select tablename from pg_tables where tablename like 'qrtz\\_%'")).hasSize(11);
    assertThat(room.sql().sql("delete from qrtz_locks").update()).isZero();
    refused(room.sql(), "drop table qrtz_locks", "must be owner");
  }

  @Test
  void state_move_is_the_table_of_shipment_state() {
    List<String> moves = new ArrayList<>();
    for (ShipmentState from : ShipmentState.values()) {
      for (ShipmentState to : ShipmentState.values()) {
        if (from.mayBecome(to)) {
          moves.add(from + " " + to);
        }
      }
    }
    assertThat(list("select from_state || ' ' || to_state from state_move"))
        .containsExactlyInAnyOrderElementsOf(moves);
  }

  @Test
  void status_code_is_the_status_map() {
    List<String> codes = new ArrayList<>();
    StatusMap.codes()
        .forEach(
            (code, meaning) ->
                codes.add(
                    String.join(
                        " ", code.source(), code.rawCode(), meaning.name(), "" + meaning.state())));
    assertThat(
            list(
                "select concat_ws(' ', source, code, meaning, coalesce(state, 'null')) from"
                    + " status_code where layout is null"))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void an_order_file_is_kept_as_it_was_made_until_all_of_it_is_answered() {
    room.classified("H24.16", "HP-1", 1);
    room.order();
    refused(
        room.sql(), "update dispatch set content = '\\x00'", "the same name has the same bytes");
    refused(room.sql(), "update dispatch set content = null", "until all its orders are answered");
    refused(room.sql(), "update dispatch set name = 'x'", "permission denied");
    refused(room.sql(), "update dispatch set kt1_only = false", "permission denied");
    refused(room.sql(), "update dispatch set sha256 = ''", "permission denied");
    refused(room.sql(), "delete from dispatch", "permission denied");
    refused(room.sql(), "update order_file set sha256 = ''", "permission denied");
    refused(room.sql(), "update order_file set name = 'x'", "permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDER_FILE", "CANCELLATION"})
  void what_goes_to_the_post_cannot_be_owed_for_another_way(String kind) {
    refused(
        room.database.owner(),
        """
        insert into dispatch (dispatch_id, kind, recipient, occasion, name, content, sha256,
          kt1_only, owed_since, due_at)
        values (gen_random_uuid(), '%s', 'post', 'x', 'x', '', '', false, now(), now())
        """
            .formatted(kind),
        "orders_by_kt1_only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence set actor = 'x'",
        "delete from evidence",
        "delete from evidence where false",
        "truncate evidence"
      })
  void nobody_changes_evidence(String sql) {
    room.classified("H24.16", "HP-1", 1);
    refused(room.sql(), sql, "permission denied");
    refused(room.database.owner(), sql, "append-only");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIDENTIAL, PUBLIC_POST, classified_never_on_public_post",
    "SECRET, PUBLIC_POST, classified_never_on_public_post",
    "TOP_SECRET, PUBLIC_POST, classified_never_on_public_post",
    "UNSPECIFIED, PUBLIC_POST, _travels|_public_post",
    "UNSPECIFIED, KT1, unspecified_never_travels",
    "UNSPECIFIED, HAND, unspecified_never_travels"
  })
  void no_statement_sends_a_classified_or_unspecified_envelope_elsewhere(
      Secrecy secrecy, Network network, String guard) {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    String service = network == Network.KT1 ? "'KT1'" : "null";
    assertThatThrownBy(
            () ->
                room.database
                    .owner()
                    .sql(
                        "update shipment set secrecy = ?, network = ?, service = "
                            + service
                            + " where shipment_id = ?")
                    .params(secrecy.name(), network.name(), shipment)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .message()
        .containsPattern(guard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update shipment set network = null, service = null",
        "update shipment set outcome = 'HELD'",
        "update shipment set service = null",
        "update shipment set network = 'HAND'",
        "update shipment set network = 'PIGEON'"
      })
  void a_routed_shipment_has_a_network_and_kt1_a_service(String sql) {
    room.classified("H24.16", "HP-1", 1);
    refused(room.database.owner(), sql, "violates check constraint");
  }

  @Test
  void the_post_is_ordered_nothing_but_kt1() {
    String kt1 = room.classified("H24.16", "HP-1", 1).get(0);
    String byHand =
        room.register(
                room.handOff(
                    "hp-eoffice",
                    "H24.16",
                    "HP-2",
                    named("1").classified().wish(Network.HAND).sealed()))
            .shipments()
            .get(0)
            .shipmentId();
    keepFile("f");
    String order = "insert into post_order values ('O-1', '%s', 'f'), ('O-2', '%s', 'f')";
    refused(room.sql(), order.formatted(kt1, byHand), "an order of what does not go by KT1");
    refused(room.sql(), order.formatted(kt1, "NOBODY"), "an order of what does not go by KT1");
  }

  @Test
  void an_order_stays_that_of_its_shipment() {
    List<String> shipments = room.classified("H24.16", "HP-1", 2);
    keepFile("f");
    room.sql()
        .sql("insert into post_order values ('O-1', ?, 'f')")
        .param(shipments.get(0))
        .update();
    refused(
        room.database.owner(),
        "update post_order set shipment_id = '" + shipments.get(1) + "'",
        "it stays that of its shipment");
  }

  @ParameterizedTest
  @CsvSource({
    "hand_off_key, -1, a shipment of no hand-off",
    "ruling, 'none', a shipment with an unknown ruling"
  })
  void a_shipment_refers_to_what_is_there(String column, String nothing, String why) {
    room.classified("H24.16", "HP-1", 1);
    String copied =
        """
        hand_off_key, position, envelope_id || n, sender_code, sender_name, sender_province,
        secrecy, urgency, pieces, personal_only, outcome, network, service, reasons, warnings,
        ruling, state, state_since, handed_off_at
        """;
    refused(
        room.database.owner(),
        "insert into shipment (shipment_id, %s) select n::text, %s from shipment, generate_series(1, 2) n"
            .formatted(copied.replace(" || n", ""), copied.replace(column, quoted(nothing))),
        why);
  }

  private static String quoted(String value) {
    return value.startsWith("-") ? value : "'" + value + "'";
  }

  @Test
  void a_ruling_changes_to_one_that_is_there() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    JdbcClient owner = room.database.owner();
    owner.sql("alter table shipment disable trigger guard_decision").update();
    try {
      String rule = "update shipment set ruling = %s where shipment_id = '" + shipment + "'";
      refused(owner, rule.formatted("'none'"), "a shipment with an unknown ruling");
      assertThat(owner.sql(rule.formatted("null")).update()).isOne();
    } finally {
      owner.sql("alter table shipment enable trigger guard_decision").update();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hand_off, a hand-off with shipments",
    "ruling, a ruling with shipments",
    "shipment, a shipment with an order"
  })
  void what_something_refers_to_is_not_deleted(String table, String why) {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    keepFile("f");
    room.sql().sql("insert into post_order values ('O-1', ?, 'f')").param(shipment).update();
    refused(room.database.owner(), "delete from " + table, why);
  }

  private void keepFile(String name) {
    room.database
        .owner()
        .sql("insert into order_file values (?, 'hai-phong', '2026-11-22', 1, '', now())")
        .param(name)
        .update();
  }

  @ParameterizedTest
  @CsvSource({"HELD", "REFUSED", "NOWHERE"})
  void an_illegal_move_is_refused(String state) {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    refused(
        room.sql(), "update shipment set state = '" + state + "'", "no move from REGISTERED to");
    assertThat(room.state(shipment)).isEqualTo("REGISTERED");
  }

  @Test
  void an_event_leads_only_to_the_state_its_code_means() {
    room.classified("H24.16", "HP-1", 1);
    refused(
        room.sql(),
        """
        insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
          recorded_at)
        select gen_random_uuid(), shipment_id, 'myvnp', '10', 'DELIVERED', 'DELIVERED', now(), now()
        from shipment
        """,
        "leads where its code does not");
  }

  @Test
  void one_event_of_no_shipment_refuses_all_of_its_statement() {
    room.classified("H24.16", "HP-1", 3);
    refused(
        room.sql(),
        """
        insert into event (event_id, shipment_id, source, raw_code, occurred_at, recorded_at)
        select gen_random_uuid(), shipment_id, 'myvnp', '27', now(), now()
        from (select shipment_id from shipment union all values ('NOBODY')) s, generate_series(1, 9)
        """,
        "an event of no shipment");
  }

  @Test
  void an_event_is_of_a_shipment() {
    refused(
        room.sql(),
        """
        insert into event (event_id, shipment_id, source, raw_code, occurred_at, recorded_at)
        values (gen_random_uuid(), 'NOBODY', 'myvnp', '10', now(), now())
        """,
        "an event of no shipment");
  }

  @Test
  void the_database_makes_the_same_id_of_an_event_as_the_gateway() {
    Instant at = Instant.parse("2026-11-22T07:05:07.123456Z");
    for (String place : new String[] {null, "", "Huế, P1"}) {
      for (String item : new String[] {null, "RA473124829VN"}) {
        UUID ours = EventId.of("S-1", "myvnp", item, "14", at, place);
        assertThat(
                room.sql()
                    .sql("select event_id('S-1', 'myvnp', ?::text, '14', ?, ?::text)")
                    .param(item)
                    .param(Timestamp.from(at))
                    .param(place)
                    .query(UUID.class)
                    .single())
            .isEqualTo(ours);
        assertThat(ours.version()).isEqualTo(8);
      }
    }
  }

  @Test
  void the_gateways_own_codes_keep_their_meaning() {
    refused(room.sql(), "update status_code set state = null", "the gateway's own");
    refused(room.sql(), "delete from status_code", "permission denied");
    refused(room.database.owner(), "delete from status_code", "the gateway's own");
  }

  private static void refused(JdbcClient who, String sql, String why) {
    assertThatThrownBy(() -> who.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(why);
  }

  private static List<String> list(String sql) {
    return room.sql().sql(sql).query(String.class).list();
  }
}
