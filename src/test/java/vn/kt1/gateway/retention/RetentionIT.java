package vn.kt1.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.gateway.ledger.Room.event;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.notice.Deliveries;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.post.PostAnswers;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.testing.AnEnvelope;

/** What goes after some years, and that nothing else does. */
class RetentionIT {

  private static final String ITEM = "MK000000015VN";
  private static final String JUST_BEFORE = "2031-11-22T23:59:00+07:00";
  private static final String DUE = "2031-11-23T00:00:00+07:00";
  private static final Recipient NAMED =
      new Recipient("G06.11", "Bộ mẫu", "1 đường Mẫu", "Ông Nguyễn Văn Mẫu");
  private static Room room;
  private static Retention retention;

  @BeforeAll
  static void open() {
    room = new Room();
    JdbcClient jdbc = room.get(JdbcClient.class);
    retention =
        new Retention(
            new OldShipments(jdbc),
            new Texts(jdbc),
            room.get(Evidence.class),
            new TransactionTemplate(room.get(PlatformTransactionManager.class)),
            new RetentionSettings(Period.ofYears(5)),
            room.clock);
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
  void texts_go_when_the_years_are_over_and_nothing_else_changes() {
    String shipment = delivered("HO-1", NAMED);
    note(shipment);
    String kept = all();
    String evidence = evidence();
    int before = erasures();
    room.clock.set(JUST_BEFORE);
    retention.erase();
    assertThat(texts(shipment)).doesNotContain("");
    assertThat(erasures()).isEqualTo(before);

    room.clock.set(DUE);
    retention.erase();

    assertThat(texts(shipment))
        .containsExactly("", "Bộ mẫu", "1 đường Mẫu", "", "", "", "", "", "", "", "");
    assertThat(all()).as("figures, ids, digests, decisions").isEqualTo(kept);
    assertThat(evidence()).as("and what was proven").startsWith(evidence);
    assertThat(detail()).isEqualTo("2026-11-23 {\"addressees\":1,\"texts\":9}");
    assertThat(room.count("retention_wait")).isZero();
    retention.erase();
    assertThat(erasures()).as("twice is once").isEqualTo(before + 1);
  }

  @Test
  void the_recipient_goes_where_it_may_be_a_person() {
    String shipment = delivered("HO-1", new Recipient(null, "Ông Mẫu", "2 đường Mẫu", null));
    room.clock.set(DUE);
    retention.erase();
    assertThat(texts(shipment)).startsWith("", "", "");
  }

  @Test
  void an_answer_to_a_held_shipment_keeps_what_was_decided() {
    String shipment = delivered("HO-1", NAMED);
    String unit = "{\"code\": \"G06.11\", \"name\": \"Bộ\", \"addressee\": \"Ông Mẫu\"}";
    answer(shipment, "{\"recipient\": " + unit + ", \"secrecy\": \"SECRET\"}");
    assertThatThrownBy(() -> room.sql().sql("update resolution set answer = '{}'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    room.clock.set(DUE);
    retention.erase();
    assertThat(answered())
        .isEqualTo(
            "{\"secrecy\": \"SECRET\", \"recipient\": {\"code\": \"G06.11\", \"name\": \"Bộ\"}}");
    assertThat(person("{\"recipient\": {\"name\": \"Ông Mẫu\"}, \"network\": \"HAND\"}"))
        .isEqualTo("{\"network\": \"HAND\"}");
    assertThat(person("{\"recipient\": null, \"network\": \"HAND\"}"))
        .isEqualTo("{\"network\": \"HAND\", \"recipient\": null}");
  }

  private static String person(String answer) {
    return room.sql()
        .sql("select without_person(?::jsonb)::text")
        .param(answer)
        .query(String.class)
        .single();
  }

  /** Counted from its end, however long ago it was handed over; and found again when it ends. */
  @Test
  void what_is_on_its_way_keeps_its_addressee_until_years_after_its_end() {
    String shipment = taken("HO-1", NAMED);
    room.clock.set("2033-01-01T00:00:00+07:00");
    retention.erase();
    assertThat(texts(shipment).get(0)).isNotEmpty();
    assertThat(room.count("retention_wait")).isEqualTo(1);
    hear(event(1, ITEM, "14", "2033-02-01T10:00:00+07:00"));
    room.clock.set("2038-02-01T10:00:00+07:00");
    retention.erase();
    assertThat(texts(shipment).get(0)).isNotEmpty();
    room.clock.set("2038-02-02T00:00:00+07:00");
    retention.erase();
    assertThat(texts(shipment).get(0)).isEmpty();
    assertThat(room.count("retention_wait")).isZero();
  }

  @Test
  void a_text_that_comes_after_the_erasure_goes_too() {
    String shipment = delivered("HO-1", NAMED);
    room.clock.set(DUE);
    retention.erase();
    room.database.owner().sql("alter table event disable trigger guard_erasure").update();
    room.database
        .owner()
        .sql("update event set raw_text = 'lời mẫu' where state = 'ACCEPTED'")
        .update();
    room.database.owner().sql("alter table event enable trigger guard_erasure").update();
    retention.erase();
    assertThat(room.count("event where raw_text is not null")).as("nobody has told").isEqualTo(1);
    retention.told(new ShipmentsTold(Map.of(shipment, Set.of(), "ANOTHER", Set.of()), false));
    retention.erase();
    assertThat(room.count("event where raw_text is not null")).isZero();
  }

  @Test
  void many_are_erased_in_batches_and_younger_ones_stay() {
    Envelope[] many =
        IntStream.range(0, 2_100)
            .mapToObj(number -> AnEnvelope.named("e-" + number).to(NAMED).sealed())
            .toArray(Envelope[]::new);
    room.register(room.handOff("hp-eoffice", "H24.16", "HO-1", many));
    room.clock.set("2027-06-01T09:00:00+07:00");
    room.register(room.handOff("hp-eoffice", "H24.16", "HO-2", Arrays.copyOf(many, 3)));
    room.database
        .owner()
        .sql("update shipment set state = 'CANCELLED' where state <> 'REFUSED'")
        .update();
    room.clock.set("2032-01-01T09:00:00+07:00");
    int before = erasures();
    retention.erase();
    assertThat(room.count("shipment where addressee is null")).isEqualTo(2_100);
    assertThat(room.count("shipment where addressee is not null")).isEqualTo(3);
    assertThat(erasures()).isEqualTo(before + 3);
  }

  /** Whoever writes late, or answers an incident late, is not forgotten. */
  @Test
  void a_late_note_and_an_incident_that_was_open_go_later() {
    String shipment = delivered("HO-1", NAMED);
    note(shipment);
    room.sql()
        .sql("update incident set state = 'OPEN', answer = null, answered_at = null")
        .update();
    room.clock.set(DUE);
    retention.erase();
    assertThat(room.count("incident where note is not null")).isEqualTo(1);
    room.sql()
        .sql("update incident set state = 'ANSWERED', answer = 'x', answered_at = '2031-12-01'")
        .update();
    room.clock.set("2036-12-03T00:00:00+07:00");
    retention.erase();
    assertThat(room.count("incident where note is not null or answer is not null")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shipment set addressee = 'another'",
        "shipment set addressee = null, recipient_name = null",
        "shipment set addressee = null, secrecy = 'NONE'",
        "shipment set addressee = null, reasons = '[]'",
        "shipment set recipient_address = null",
        "event set raw_text = 'another'",
        "post_answer set reason = 'another'",
      })
  void nothing_else_may_be_changed_on_that_way(String change) {
    delivered("HO-1", NAMED);
    assertThatThrownBy(() -> room.sql().sql("update " + change).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shipment set addressee = null",
        "event set raw_text = null",
        "post_answer set reason = null",
      })
  void nothing_goes_before_the_end(String change) {
    taken("HO-1", NAMED);
    assertThatThrownBy(() -> room.sql().sql("update " + change).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void database_and_code_agree_on_what_an_end_is() {
    for (ShipmentState state : ShipmentState.values()) {
      Boolean ended =
          room.sql().sql("select has_ended(?)").param(state.name()).query(Boolean.class).single();
      assertThat(ended).as(state.name()).isEqualTo(state.end());
    }
  }

  private static String taken(String id, Recipient to) {
    Envelope envelope = AnEnvelope.named(id + "-1").to(to).classified().sealed();
    String shipment =
        room.register(room.handOff("hp-eoffice", "H24.16", id, envelope))
            .shipments()
            .get(0)
            .shipmentId();
    room.order();
    PostAnswer answer =
        new PostAnswer(
            1,
            Orders.orderId(shipment),
            shipment,
            PostAnswer.Result.ACCEPTED,
            ItemCode.of(ITEM),
            room.clock.instant(),
            "Bưu cục mẫu",
            50,
            "lý do mẫu");
    room.get(PostAnswers.class).apply(Room.file("receipt-" + id, List.of(answer)));
    room.database.owner().sql("alter table event disable trigger guard_erasure").update();
    room.database.owner().sql("update event set raw_text = 'lời mẫu'").update();
    room.database.owner().sql("alter table event enable trigger guard_erasure").update();
    return shipment;
  }

  private static String delivered(String id, Recipient to) {
    String shipment = taken(id, to);
    hear(event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"));
    room.get(Deliveries.class).tell();
    room.send("mail");
    return shipment;
  }

  /** What other rooms keep of it, and a mail. */
  private static void note(String shipment) {
    UUID confirmation = UUID.randomUUID();
    JdbcClient sql = room.sql();
    sql.sql(
            """
            insert into confirmation (confirmation_id, shipment_id, result, at, note, role,
              recorded_at) values (?, ?, 'PROBLEM', '2026-11-22', 'ghi chú', 'CLERK', '2026-11-22')
            """)
        .params(confirmation, shipment)
        .update();
    sql.sql(
            """
            insert into incident (incident_id, kind, shipment_id, province, raised_by, at, note,
              raised_at, state, answer, answered_at) values ('I-1', 'OTHER', ?, 'hai-phong',
              'UNIT', '2026-11-22', 'ghi chú', '2026-11-22', 'ANSWERED', 'trả lời', '2026-11-22')
            """)
        .param(shipment)
        .update();
    sql.sql(
            """
            insert into transit (shipment_id, accepted_at, excluded, excluded_by, excluded_at,
              excluded_note, computed_at) values (?, '2026-11-22', 'SPECIAL_AREA', 'x',
              '2026-11-22', 'ghi chú', '2026-11-22')
            """)
        .param(shipment)
        .update();
    sql.sql(
            """
            insert into quality_answer (shipment_id, unit, agreed, reason, role, channel,
              answered_at) values (?, 'H24.16', false, 'lý do', 'CLERK', 'LOGIN', '2026-11-22')
            """)
        .param(shipment)
        .update();
  }

  /** An answer to a held shipment, as its book has it. */
  private static void answer(String shipment, String answer) {
    room.sql()
        .sql(
            """
            insert into resolution (shipment_id, number, answered_by, role, answer, answered_at,
              applied_at, outcome_before, reasons_before, warnings_before, outcome_after,
              reasons_after, warnings_after)
            values (?, 1, 'x', 'CLERK', ?::jsonb, '2026-11-22', '2026-11-22', 'HELD', '[]', '[]',
              'HELD', '[]', '[]')
            """)
        .params(shipment, answer)
        .update();
  }

  private static String answered() {
    return room.sql().sql("select answer::text from resolution").query(String.class).single();
  }

  /** Addressee, name, address; texts of event and answer; notes; bytes of mails; held answer. */
  private static List<String> texts(String shipment) {
    return List.of(
        one("select addressee from shipment", shipment),
        one("select recipient_name from shipment", shipment),
        one("select recipient_address from shipment", shipment),
        one("select max(raw_text) from event", shipment),
        one("select a.reason from post_answer a join post_order using (order_id)", shipment),
        one("select max(note) from confirmation", shipment),
        one("select max(note) from incident", shipment),
        one("select max(answer) from incident", shipment),
        one("select max(excluded_note) from transit", shipment),
        one("select max(reason) from quality_answer", shipment),
        one("select max(length(content))::text from dispatch", null));
  }

  private static String one(String select, String shipment) {
    return room.sql()
        .sql(
            "select coalesce(("
                + select
                + (shipment == null ? " where kind = 'DELIVERED'" : " where shipment_id = :id")
                + "), '')")
        .param("id", shipment)
        .query(String.class)
        .single();
  }

  /** All rows of the tables, without what goes. */
  private static String all() {
    StringBuilder rows = new StringBuilder();
    for (String table :
        List.of(
            "hand_off",
            "shipment",
            "event",
            "ruling",
            "post_order",
            "post_answer",
            "order_file",
            "confirmation",
            "incident",
            "transit")) {
      String texts = "'{addressee,raw_text,reason,note,answer,excluded_note}'::text[]";
      rows.append(
          room.sql()
              .sql(
                  "select coalesce(string_agg((to_jsonb(t) - "
                      + texts
                      + ")::text, E'\\n' order by (to_jsonb(t) - "
                      + texts
                      + ")::text collate \"C\"), '') from (select * from "
                      + table
                      + ") t")
              .query(String.class)
              .single());
    }
    return rows.toString();
  }

  private static String evidence() {
    return room.sql()
        .sql("select string_agg(e::text, E'\\n' order by seq) from evidence e")
        .query(String.class)
        .single();
  }

  private static int erasures() {
    return room.sql()
        .sql(
            """
            select count(*) from evidence where act = 'texts-erased'
            """)
        .query(Integer.class)
        .single();
  }

  private static String detail() {
    return room.sql()
        .sql(
            """
            select subject || ' ' || detail from evidence where act = 'texts-erased'
            order by seq desc limit 1
            """)
        .query(String.class)
        .single();
  }

  private static void hear(TrackingEvent... events) {
    room.get(StatusNews.class)
        .apply(Room.statuses(UUID.randomUUID().toString(), room.happened(events)));
  }
}
