package vn.kt1.gateway.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.held.Resolutions.Resolved;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.post.Cancellations;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.testing.AnEnvelope;

class ResolutionsIT {

  private static final Caller OFFICE =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.90"), null);
  private static final Caller CLERK = new Caller("a-clerk", Role.CLERK, Set.of("H24.90"), null);
  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final Answer SECRET = new Answer(Secrecy.SECRET, true, null, null);
  private static final Answer ORDINARY = new Answer(Secrecy.NONE, null, null, null);
  private static final Answer SILENT = new Answer(null, null, null, null);

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
  void an_answered_one_is_registered_ordered_and_told() {
    String shipment = held("H24.16", unspecified());
    Resolved resolved = resolve(OFFICE, shipment, SECRET);

    assertThat(resolved.shipment().degree().service()).isEqualTo("KT1_B");
    assertThat(room.state(shipment)).isEqualTo("REGISTERED");
    assertThat(events(shipment))
        .containsExactly("gateway HELD HELD", "person RESOLVED -", "gateway REGISTERED REGISTERED");
    assertThat(room.count("news where decision = 'ROUTED' and state = 'REGISTERED'")).isEqualTo(1);
    assertThat(room.get(Today.class).counts().balanced()).isTrue();
    assertThat(room.get(Today.class).counts().routed()).isEqualTo(1);
    room.get(Orders.class).make(room.clock.instant());
    assertThat(list("select convert_from(content, 'UTF8') from dispatch"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("," + shipment + ",KT1_B,");
  }

  @Test
  void what_was_decided_before_stays_readable_rule_by_rule() {
    String shipment = held("H24.16", unspecified());
    resolve(OFFICE, shipment, ORDINARY);
    assertThat(
            list(
                """
                select concat_ws(' ', number, answered_by, role, answer->>'secrecy',
                  outcome_before, reasons_before->0->>'rule', outcome_after, network_after,
                  service_after) from resolution
                """))
        .containsExactly("1 hp-eoffice PARTNER NONE HELD blank-secrecy-is-held ROUTED KT1 KT1");
    assertThat(
            room.count(
                """
                resolution r join ruling b on b.ruling_sha256 = r.ruling_before
                  join ruling a on a.ruling_sha256 = r.ruling_after
                  join shipment s on s.ruling = r.ruling_after
                where a.verdicts <> b.verdicts
                """))
        .isEqualTo(1);
  }

  @Test
  void what_is_not_all_said_stays_held_and_what_was_said_stays_said() {
    String shipment = held("H24.16", unspecified());
    resolve(OFFICE, shipment, new Answer(Secrecy.SECRET, null, null, null));
    assertThat(room.state(shipment)).isEqualTo("HELD");
    assertThat(code(OFFICE, shipment, ORDINARY)).isEqualTo(Code.BAD_VALUE);
    assertThat(room.count("news")).isZero();
    resolve(OFFICE, shipment, new Answer(Secrecy.SECRET, null, null, null));
    assertThat(room.count("resolution")).as("twice is once").isEqualTo(1);

    resolve(OFFICE, shipment, new Answer(null, false, null, null));
    assertThat(room.state(shipment)).isEqualTo("REFUSED");
    assertThat(events(shipment)).last().isEqualTo("gateway REFUSED REFUSED");
    assertThat(room.count("outbox")).isZero();
    assertThat(room.count("news where decision = 'REFUSED'")).isEqualTo(1);
    assertThat(room.get(Today.class).counts().balanced()).isTrue();
  }

  @Test
  void the_same_answer_again_is_the_first_and_another_comes_too_late() {
    String shipment = held("H24.16", unspecified());
    resolve(OFFICE, shipment, SECRET);
    room.order();
    assertThat(resolve(OFFICE, shipment, SECRET).shipment().state().name()).isEqualTo("ORDERED");
    assertThat(room.count("resolution")).isEqualTo(1);
    assertThat(room.count("event where raw_code = 'RESOLVED'")).isEqualTo(1);
    assertThat(code(OFFICE, shipment, ORDINARY)).isEqualTo(Code.NOT_HELD);
    assertThat(code(CLERK_OF_16, shipment, SECRET)).isEqualTo(Code.NOT_HELD);
    assertThat(code(OPERATOR, shipment, SILENT)).isEqualTo(Code.NOT_HELD);
  }

  private static final Caller CLERK_OF_16 =
      new Caller("clerk-16", Role.CLERK, Set.of("H24.16"), null);

  @Test
  void a_recipient_is_filled_in_from_the_directory_of_that_day() {
    String shipment = held("H24.16", named("1").to("H99.99").classified());
    resolve(OFFICE, shipment, new Answer(null, null, code("H24.31"), null));
    assertThat(list("select concat_ws('|', recipient_code, recipient_name, network) from shipment"))
        .containsExactly("H24.31|Sở Y tế thành phố Hải Phòng|KT1");
  }

  @Test
  void an_operators_choice_is_kept_beside_the_senders_wish_until_the_sender_has_spoken() {
    String shipment = held("H24.16", unspecified().to("H99.99").wish(Network.KT1));
    resolve(OPERATOR, shipment, choice(Network.HAND));
    assertThat(list("select concat_ws(' ', wish, chosen_network, state) from shipment"))
        .containsExactly("KT1 HAND HELD");
    resolve(OFFICE, shipment, SECRET);
    assertThat(list("select concat_ws(' ', wish, network, state) from shipment"))
        .containsExactly("KT1 HAND REGISTERED");
    assertThat(room.count("outbox")).as("by hand").isZero();
  }

  @Test
  void what_opens_another_network_waits_for_a_second_login() {
    String shipment = held("H24.90", unspecified());
    assertThat(resolve(OFFICE, shipment, ORDINARY).shipment()).isNull();
    assertThat(resolve(OFFICE, shipment, ORDINARY).shipment()).isNull();
    assertThat(room.count("resolution_proposal")).isEqualTo(1);
    assertThat(evidence("resolution-proposed", shipment)).hasSize(1);
    assertThat(room.state(shipment)).isEqualTo("HELD");
    assertThat(list("select secrecy from shipment")).containsExactly("UNSPECIFIED");
    assertThat(code(OFFICE, shipment, SILENT)).isEqualTo(Code.SECOND_PERSON);
    assertThat(awaited(OFFICE, shipment)).isTrue();

    resolve(CLERK, shipment, SILENT);
    assertThat(
            list("select concat_ws(' ', answered_by, second_person, second_role) from resolution"))
        .containsExactly("hp-eoffice a-clerk CLERK");
    assertThat(list("select network from shipment")).containsExactly("PUBLIC_POST");
    assertThat(room.count("resolution_proposal")).isZero();
    assertThat(awaited(OFFICE, shipment)).isFalse();
    assertThat(resolve(CLERK, shipment, SILENT).shipment()).as("a retry").isNotNull();
    assertThat(resolve(OFFICE, shipment, ORDINARY).shipment()).as("a retry").isNotNull();
    assertThat(code(OPERATOR, shipment, SILENT)).isEqualTo(Code.NOT_HELD);
  }

  private boolean awaited(Caller caller, String shipment) {
    return room.get(Shipments.class).one(caller, shipment).orElseThrow().degree().proposed()
        != null;
  }

  @Test
  void a_proposal_ends_with_the_waiting_and_is_replaced_by_another() {
    String shipment = held("H24.90", unspecified());
    resolve(OFFICE, shipment, ORDINARY);
    resolve(CLERK, shipment, new Answer(Secrecy.NONE, true, null, null));
    assertThat(list("select proposed_by from resolution_proposal")).containsExactly("a-clerk");
    room.get(Cancellations.class).cancel(OFFICE, shipment);
    assertThat(room.count("resolution_proposal")).isZero();
    assertThat(code(OFFICE, shipment, SILENT)).isEqualTo(Code.NOT_HELD);

    String other = held("H24.90", unspecified());
    resolve(OFFICE, other, ORDINARY);
    resolve(CLERK, other, SECRET);
    assertThat(room.state(other)).isEqualTo("REGISTERED");
    assertThat(room.count("resolution_proposal")).isZero();
    assertThat(room.count("resolution where second_person is null")).isEqualTo(1);
  }

  @Test
  void evidence_says_who_answered_and_nothing_that_tells_a_degree() {
    String shipment = held("H24.90", unspecified());
    resolve(OFFICE, shipment, ORDINARY);
    resolve(OPERATOR, shipment, choice(Network.PUBLIC_POST));
    assertThat(evidence("resolution-proposed", shipment))
        .containsExactly("hp-eoffice {\"reason\":\"asked the sender\",\"role\":\"PARTNER\"}");
    assertThat(evidence("resolved", shipment))
        .singleElement()
        .asString()
        .startsWith("operator")
        .contains("\"proposedBy\":\"hp-eoffice\"", "\"state\":\"REGISTERED\"")
        .doesNotContain("NONE", "PUBLIC_POST", "secrecy", "enteredInRegister");
    assertThat(list("select e::text from event e"))
        .noneMatch(event -> event.contains("operator") || event.contains("hp-eoffice"));
  }

  @Test
  void who_may_not_see_it_finds_nothing_and_the_receiving_side_may_not() {
    String shipment = held("H24.16", unspecified().to("H24.31"));
    Caller receiving = new Caller("other", Role.PARTNER, Set.of("H24.31"), null);
    Caller stranger = new Caller("other", Role.PARTNER, Set.of("H48.16"), null);
    assertThat(
            room.get(Resolutions.class)
                .resolve(stranger, actor(stranger), shipment, new Resolution(SECRET, "x")))
        .isEmpty();
    for (Caller caller :
        List.of(
            receiving,
            new Caller("v", Role.VIEWER, Set.of(), null),
            new Caller("a", Role.AUDITOR, Set.of(), null),
            new Caller("d", Role.DEPARTMENT, Set.of(), "hai-phong"))) {
      assertThat(code(caller, shipment, SECRET)).isEqualTo(Code.FORBIDDEN);
    }
    assertThat(code(OPERATOR, shipment, SECRET)).isEqualTo(Code.FORBIDDEN);
    assertThat(code(OFFICE, shipment, choice(Network.HAND))).isEqualTo(Code.FORBIDDEN);
    assertThat(room.state(shipment)).isEqualTo("HELD");
    assertThat(room.count("resolution")).isZero();
  }

  @Test
  void what_has_waited_for_a_day_is_found_by_its_sender() {
    HeldShipments waiting = room.get(HeldShipments.class);
    String shipment = held("H24.16", unspecified());
    String answered = held("H24.90", unspecified());
    resolve(OFFICE, answered, ORDINARY);
    resolve(CLERK, answered, SILENT);
    assertThat(waiting.overdue()).isEmpty();
    room.clock.advance(Duration.ofDays(1));
    assertThat(waiting.overdue())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.sender()).isEqualTo("hp-eoffice");
              assertThat(found.province()).isEqualTo("hai-phong");
              assertThat(found.count()).isEqualTo(1);
              assertThat(found.first().get(0).shipmentId()).isEqualTo(shipment);
            });
    assertThat(room.get(Today.class).owed().held()).isEqualTo(1);
    for (int more = 0; more < 51; more++) {
      held("H24.16", unspecified());
    }
    room.clock.advance(Duration.ofDays(1));
    assertThat(waiting.overdue().get(0).count()).isEqualTo(52);
    assertThat(waiting.overdue().get(0).first()).hasSize(HeldShipments.NAMED);
    assertThat(waiting.overdue().get(0).first().get(0).shipmentId()).isEqualTo(shipment);
  }

  @Test
  void an_express_one_that_is_answered_lets_no_order_of_its_province_wait() {
    String shipment = held("H24.16", unspecified().urgency(Urgency.EXPRESS));
    resolve(OFFICE, shipment, SECRET);
    assertThat(room.count("outbox where hurries and key = '" + shipment + "'")).isEqualTo(1);
  }

  @Test
  void many_at_once_have_one_effect() throws Exception {
    for (int round = 0; round < 5; round++) {
      String shipment = held("H24.16", unspecified());
      List<Callable<Resolved>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(() -> resolve(OFFICE, shipment, SECRET));
      }
      together(calls);
      assertThat(room.count("resolution where shipment_id = '" + shipment + "'")).isEqualTo(1);
      assertThat(room.count("outbox where key = '" + shipment + "'")).isEqualTo(1);
      assertThat(room.count("news where shipment_id = '" + shipment + "'")).isEqualTo(1);
    }
  }

  @Test
  void two_different_answers_at_once_are_one_and_a_refusal() throws Exception {
    for (int round = 0; round < 5; round++) {
      String shipment = held("H24.16", unspecified());
      List<Callable<Resolved>> calls =
          List.of(
              () -> resolve(OFFICE, shipment, SECRET),
              () -> resolve(CLERK_OF_16, shipment, ORDINARY));
      assertThat(together(calls)).isEqualTo(1);
      assertThat(room.count("resolution where shipment_id = '" + shipment + "'")).isEqualTo(1);
    }
  }

  /** How many of them were refused; any other failure fails the test. */
  private static int together(List<Callable<Resolved>> calls) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(calls.size());
    int refused = 0;
    try {
      for (Future<Resolved> each : pool.invokeAll(calls)) {
        try {
          each.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(Rejected.class);
          refused++;
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return refused;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update shipment set secrecy = 'NONE'                         | nobody has answered that",
        "update shipment set chosen_network = 'HAND'                  | nobody has answered that",
        "update shipment set recipient_code = 'H48.16'                | nobody has answered that",
        "update shipment set outcome = 'REFUSED'                      | do not fit",
        "update shipment set outcome = 'REFUSED', state = 'REFUSED'   | nobody has answered that",
        "update shipment set state = 'REGISTERED'                     | do not fit",
        "update shipment set outcome = 'ROUTED', network = 'KT1', service = 'KT1', secrecy ="
            + " 'NONE', state = 'REGISTERED' | nobody has answered that",
        "update shipment set wish = 'HAND'                            | permission denied",
        "update shipment set sender_code = 'H24.31'                   | permission denied"
      })
  void no_statement_answers_in_the_place_of_a_person(String sql, String why) {
    held("H24.16", unspecified());
    refused(room.sql(), sql, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update shipment set secrecy = 'NONE'                        | not stated anew",
        "update shipment set entered_in_register = false             | not stated anew",
        "update shipment set entered_in_register = null              | not stated anew"
      })
  void what_was_stated_is_not_stated_anew(String sql, String why) {
    String shipment = held("H24.16", named("1").to("H99.99").classified());
    resolve(OFFICE, shipment, new Answer(null, null, code("H98.99"), null));
    refused(room.sql(), sql, why);
    refused(room.database.owner(), "update shipment set wish = 'HAND'", "what was handed over");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update shipment set reasons = '[]'              | not held",
        "update shipment set recipient_address = 'x'     | not held",
        "update shipment set secrecy = 'TOP_SECRET'      | not held",
        "update shipment set ruling = null               | not held",
        "update shipment set outcome = 'HELD', network = null, service = null | not held"
      })
  void what_was_decided_is_never_rewritten(String sql, String why) {
    room.classified("H24.16", "A", 1);
    refused(room.sql(), sql, why);
  }

  @Test
  void the_book_is_only_written_on_and_knows_two_persons() {
    String shipment = held("H24.90", unspecified());
    resolve(OFFICE, shipment, ORDINARY);
    resolve(CLERK, shipment, SILENT);
    refused(room.sql(), "update resolution set answered_by = 'x'", "permission denied");
    refused(room.sql(), "delete from resolution", "permission denied");
    String again =
        """
        insert into resolution select (jsonb_populate_record(r, '{"number": 2, %s}')).*
        from resolution r
        """;
    refused(room.sql(), again.formatted("\"second_person\": null"), "two_persons");
    refused(
        room.sql(), again.formatted("\"second_person\": \"hp-eoffice\""), "the_second_is_another");
  }

  private static void refused(JdbcClient who, String sql, String why) {
    assertThatThrownBy(() -> who.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(why);
  }

  private static AnEnvelope unspecified() {
    return named("1").to("H24.31").secrecy(Secrecy.UNSPECIFIED);
  }

  private int handOffs;

  private String held(String sender, AnEnvelope envelope) {
    String id = "HO-" + ++handOffs;
    String shipment =
        room.register(room.handOff("hp-eoffice", sender, id, envelope.sealed()))
            .shipments()
            .get(0)
            .shipmentId();
    assertThat(room.state(shipment)).isEqualTo("HELD");
    return shipment;
  }

  private static Resolved resolve(Caller caller, String shipment, Answer answer) {
    return room.get(Resolutions.class)
        .resolve(caller, actor(caller), shipment, new Resolution(answer, "asked the sender"))
        .orElseThrow();
  }

  private static Actor actor(Caller caller) {
    return new Actor(caller.name(), null);
  }

  private static Code code(Caller caller, String shipment, Answer answer) {
    try {
      resolve(caller, shipment, answer);
    } catch (Rejected no) {
      return no.code();
    }
    throw new AssertionError("nothing was refused");
  }

  private static Recipient code(String unit) {
    return new Recipient(unit, null, null, null);
  }

  private static Answer choice(Network network) {
    return new Answer(null, null, null, network);
  }

  private static List<String> evidence(String act, String shipment) {
    return room.sql()
        .sql("select actor || ' ' || detail from evidence where act = ? and subject = ?")
        .params(act, shipment)
        .query(String.class)
        .list();
  }

  private static List<String> events(String shipment) {
    return room.sql()
        .sql(
            """
            select source || ' ' || raw_code || ' ' || coalesce(state, '-') from event
            where shipment_id = ? order by recorded_no
            """)
        .param(shipment)
        .query(String.class)
        .list();
  }

  private static List<String> list(String sql) {
    return room.sql().sql(sql).query(String.class).list();
  }
}
