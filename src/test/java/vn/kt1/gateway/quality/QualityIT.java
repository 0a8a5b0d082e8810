package vn.kt1.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static vn.kt1.gateway.quality.QualityFormTest.edited;
import static vn.kt1.gateway.quality.QualityFormTest.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;

/** The monthly confirmation on a real database: what is read, said, mailed and mailed back. */
class QualityIT {

  private static final String EVIDENCE =
      "evidence where act = 'quality-answered' and subject = 'H24.16'";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller OFFICE =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.31"), null);
  private static final Caller CLERK = new Caller("clerk", Role.CLERK, Set.of("H24.16"), null);
  private static final Caller OTHERS =
      new Caller("qn-eoffice", Role.PARTNER, Set.of("H48.16"), null);
  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final Caller DEPARTMENT =
      new Caller("department", Role.DEPARTMENT, Set.of(), "hai-phong");
  private static final Caller OTHER_DEPARTMENT =
      new Caller("other", Role.DEPARTMENT, Set.of(), "quang-ngai");

  private static Room room;
  private static QualityDesk desk;
  private static QualityForms forms;
  private static QualityByMail byMail;
  private List<String> ids;

  @BeforeAll
  static void enter() {
    room = new Room();
    QualityRows rows = new QualityRows(room.sql());
    Directory directory = room.get(Directory.class);
    QualityAnswers answers =
        new QualityAnswers(room.sql(), rows, Months.SETTINGS, room.get(Evidence.class), room.clock);
    TransactionTemplate transactions =
        new TransactionTemplate(new JdbcTransactionManager(room.database.dataSource()));
    desk =
        new QualityDesk(new QualityMonths(rows, directory, Months.SETTINGS, room.clock), answers);
    forms =
        new QualityForms(
            rows, directory, room.get(Notices.class), Months.SETTINGS, transactions, room.clock);
    byMail = new QualityByMail(answers, rows, room.get(Evidence.class));
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  /** October: on time, late after a failed attempt, without a target, returned; one of November. */
  @BeforeEach
  void month() {
    room.empty();
    ids = room.classified("H24.16", "A", 6);
    transit(0, "2026-09-30T17:00:00Z", "2026-10-03T00:00:00Z", "2026-10-02T00:00:00Z", null);
    event(0, "DELIVERED", "2026-10-02T00:00:00Z", false);
    transit(1, "2026-10-31T16:59:59Z", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", null);
    event(1, "DELIVERY_FAILED", "2026-11-02T00:00:00Z", false);
    event(1, "DELIVERED", "2026-11-01T17:00:00Z", true);
    charge(2, "2026-10-10T00:00:00Z");
    transit(
        3, "2026-10-11T00:00:00Z", "2026-10-12T00:00:00Z", "2026-10-13T00:00:00Z", "SPECIAL_AREA");
    event(3, "RETURNED", "2026-10-20T00:00:00Z", false);
    incident(3);
    incident(3);
    transit(4, "2026-10-31T17:00:00Z", null, null, null);
    // Accepted, but nobody's by KT1.
    transit(5, "2026-09-30T16:59:59Z", null, null, null);
    room.clock.set("2026-11-03T08:30:00+07:00");
  }

  @Test
  void the_month_is_that_of_acceptance_in_vietnam_and_agrees_with_a_plain_count() throws Exception {
    JsonNode month = read(CLERK, "2026-10", "H24.16");
    assertThat(month.at("/rows").findValuesAsText("shipmentId"))
        .containsExactly(ids.get(0), ids.get(2), ids.get(3), ids.get(1));
    assertThat(month.at("/rows").findValuesAsText("result"))
        .containsExactly("ON_TIME", "NO_TARGET", "EXCLUDED", "LATE");
    JsonNode figures = month.path("figures");
    assertThat(figures.path("volume").asInt()).isEqualTo(4);
    assertThat(figures.path("onTimePercent").decimalValue()).isEqualByComparingTo("25.0");
    assertThat(figures.path("returned").asInt()).isEqualTo(1);
    assertThat(figures.path("incidents").asInt()).isEqualTo(2);
    assertThat(figures.path("firstAttempt").asInt())
        .as("a day ends after its attempts")
        .isEqualTo(1);
    assertThat(month.path("preliminary").asBoolean()).isFalse();
    assertThat(month.path("state").asText()).isEqualTo("MISSING");
    assertThat(month.path("answerUntil").asText()).isEqualTo("2026-11-20");
    assertThat(plainly("q.due_at >= q.attempted_at and q.excluded is null")).isEqualTo(1);
    assertThat(plainly("q.due_at < q.attempted_at and q.excluded is null")).isEqualTo(1);
    assertThat(plainly("q.due_at is null and q.excluded is null")).isEqualTo(1);
    assertThat(read(CLERK, "2026-11", "H24.16").path("preliminary").asBoolean()).isTrue();
  }

  private static int plainly(String where) {
    return room.count(
        "v_quality_item q where to_char(q.accepted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')"
            + " = '2026-10' and "
            + where);
  }

  /** SYNTHETIC: two units, three months, every mixture of due, attempted and excluded. */
  @Test
  void the_figures_of_a_large_month_agree_with_a_plain_second_calculation() throws Exception {
    room.empty();
    ids = new ArrayList<>(room.classified("H24.16", "B", 250));
    ids.addAll(room.classified("H24.31", "C", 50));
    room.clock.set("2026-11-03T08:30:00+07:00");
    Random random = new Random(19);
    Map<String, Integer> plain = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      int day = 1 + random.nextInt(28);
      int month = 9 + random.nextInt(3);
      String due = random.nextInt(4) == 0 ? null : "2026-11-%02dT05:00:00Z".formatted(day);
      int tried = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(28);
      String attempted = tried == 0 ? null : "2026-11-%02dT04:00:00Z".formatted(tried);
      String excluded = random.nextInt(10) == 0 ? "SPECIAL_AREA" : null;
      transit(i, "2026-%02d-15T03:00:00Z".formatted(month), due, attempted, excluded);
      if (i < 250 && month == 10) {
        // The day before counts as on time, and so does the hour before on the same day.
        boolean late = tried == 0 ? day < 3 : tried > day;
        String result = late ? "late" : tried == 0 ? "open" : "onTime";
        plain.merge(
            excluded != null ? "excluded" : due == null ? "noTarget" : result, 1, Integer::sum);
        plain.merge("volume", 1, Integer::sum);
      }
    }
    JsonNode figures = read(CLERK, "2026-10", "H24.16").path("figures");
    assertThat(plain).hasSize(6);
    plain.forEach(
        (name, count) -> assertThat(figures.path(name).asInt()).as(name).isEqualTo(count));
    assertThat(figures.path("latePercent").asDouble())
        .isCloseTo(100.0 * plain.get("late") / plain.get("volume"), within(0.05001));
  }

  @Test
  void only_who_sees_the_degree_data_of_the_unit_sees_the_month() throws Exception {
    assertThat(read(OFFICE, "2026-10", "H24.16").path("rows")).hasSize(4);
    assertThat(read(OPERATOR, "2026-10", "000.00.16.H24").path("rows")).hasSize(4);
    assertThat(read(DEPARTMENT, "2026-10", "H24.16").path("rows")).hasSize(4);
    for (Caller stranger : List.of(OTHERS, OTHER_DEPARTMENT)) {
      assertThat(refused(() -> read(stranger, "2026-10", "H24.16"))).isEqualTo(Code.NOT_FOUND);
    }
    assertThat(refused(() -> read(OPERATOR, "2026-10", "H99.99"))).isEqualTo(Code.NOT_FOUND);
    assertThat(refused(() -> read(OFFICE, "2026-10", null))).isEqualTo(Code.BAD_PARAMETER);
    assertThat(read(CLERK, "2026-10", null).path("rows")).as("the only unit").hasSize(4);
    assertThat(refused(() -> read(CLERK, "2026-13", null))).isEqualTo(Code.BAD_PARAMETER);
    assertThat(refused(() -> read(CLERK, "october", null))).isEqualTo(Code.BAD_PARAMETER);
  }

  @Test
  void the_last_answer_of_a_row_counts_and_all_stay() throws Exception {
    int before = room.count(EVIDENCE);
    JsonNode partly = answer(CLERK, row(0, true, null) + "," + row(1, false, "Phát ngày 07/11"));
    assertThat(partly.path("state").asText()).isEqualTo("OBJECTED");
    assertThat(partly.at("/figures/missing").asInt()).isEqualTo(2);
    answer(CLERK, row(1, false, "Phát ngày 07/11"));
    assertThat(room.count("quality_answer")).as("twice is once").isEqualTo(2);
    assertThat(answer(CLERK, row(1, true, null)).path("state").asText()).isEqualTo("PARTLY");
    assertThat(post(CLERK, "{\"all\": true}").path("state").asText()).isEqualTo("AGREED");
    assertThat(room.count("quality_answer")).isEqualTo(5);
    assertThat(room.count(EVIDENCE)).isEqualTo(before + 3);
    assertThat(room.count("quality_answer where reason = 'Phát ngày 07/11'")).isEqualTo(1);
    assertThat(room.count("evidence where act = 'quality-answered' and detail like '%07/11%'"))
        .as("a reason stands with its row only")
        .isZero();
    assertThat(
            room.sql()
                .sql(
                    "select concat_ws(' ', province, unit, month, rows, agreed, objected, missing)"
                        + " from v_quality_month order by month")
                .query(String.class)
                .list())
        .containsExactly(
            "hai-phong H24.16 2026-09 1 0 0 1",
            "hai-phong H24.16 2026-10 4 4 0 0",
            "hai-phong H24.16 2026-11 1 0 0 1");
  }

  @Test
  void a_wrong_answer_changes_nothing_and_every_fault_is_named() {
    Rejected wrong =
        rejected(
            () ->
                answer(
                    CLERK,
                    String.join(",", row(0, true, null), row(4, true, null), row(0, true, null))));
    assertThat(wrong.faults())
        .extracting(fault -> fault.pointer() + " " + fault.code())
        .containsExactly("/rows/1/shipmentId UNKNOWN_ITEM", "/rows/2/shipmentId DUPLICATE_ID");
    Rejected unread =
        rejected(
            () ->
                post(
                    CLERK,
                    "{\"rows\": [{\"shipmentId\": \"X\", \"agreed\": \"yes\"}, {\"agreed\": false,"
                        + " \"reason\": \"bì Tối mật\"}, 7, {\"shipmentId\": \"X\", \"why\":"
                        + " 1}]}"));
    assertThat(unread.faults())
        .extracting(fault -> fault.pointer() + " " + fault.code())
        .containsExactlyInAnyOrder(
            "/rows/0/agreed BAD_VALUE",
            "/rows/1/shipmentId MISSING_FIELD",
            "/rows/1/reason BAD_VALUE",
            "/rows/2 BAD_VALUE",
            "/rows/3/agreed MISSING_FIELD",
            "/rows/3/~1 UNKNOWN_FIELD");
    assertThat(refused(() -> post(CLERK, "{}"))).isEqualTo(Code.MISSING_FIELD);
    assertThat(refused(() -> post(DEPARTMENT, "{\"all\": true}"))).isEqualTo(Code.FORBIDDEN);
    assertThat(refused(() -> post(OTHERS, "{\"all\": true}"))).isEqualTo(Code.NOT_FOUND);
    assertThat(room.count("quality_answer")).isZero();
  }

  @Test
  void a_month_closes_twenty_days_after_its_end() throws Exception {
    room.clock.set("2026-11-20T23:59:59+07:00");
    assertThat(post(CLERK, "{\"all\": true}").path("closed").asBoolean()).isFalse();
    room.clock.set("2026-11-21T00:00:00+07:00");
    assertThat(read(CLERK, "2026-10", null).path("closed").asBoolean()).isTrue();
    Rejected late = rejected(() -> answer(CLERK, row(0, false, null)));
    assertThat(late.faults()).extracting(Fault::pointer).containsExactly("/month");
    assertThat(late.faults().get(0).detail().vi()).contains("đã chốt", "20 ngày");
  }

  @Test
  void those_who_watch_see_how_far_each_unit_is() throws Exception {
    answer(CLERK, row(0, true, null));
    JsonNode all = json(desk.list(call(OPERATOR, Map.of("month", "2026-10"), null, "")));
    assertThat(all.at("/items/0").toString())
        .contains("\"unit\":\"H24.16\"", "\"state\":\"PARTLY\"", "\"rows\":4", "\"missing\":3");
    assertThat(
            json(desk.list(call(DEPARTMENT, Map.of("month", "2026-10"), null, ""))).path("items"))
        .hasSize(1);
    assertThat(
            json(desk.list(call(OTHER_DEPARTMENT, Map.of("month", "2026-10"), null, "")))
                .path("items"))
        .isEmpty();
    assertThat(refused(() -> desk.list(call(OPERATOR, Map.of(), null, ""))))
        .isEqualTo(Code.BAD_PARAMETER);
  }

  @Test
  void each_unit_is_mailed_its_form_once_also_when_the_gateway_was_away_on_the_day() {
    room.clock.set("2026-11-02T23:59:59+07:00");
    forms.owe();
    assertThat(room.count("dispatch")).isZero();
    room.clock.set("2026-11-09T00:00:00+07:00");
    forms.owe();
    forms.owe();
    assertThat(
            room.sql()
                .sql("select concat_ws(' ', kind, reference) from dispatch")
                .query(String.class)
                .list())
        .containsExactly("RETURN QUALITY-2026-10-H24.16");
    room.database.owner().sql("truncate quality_form").update();
    forms.owe();
    assertThat(room.count("dispatch")).as("the same notice").isEqualTo(1);
    room.database.owner().sql("truncate quality_form, dispatch cascade").update();
    room.clock.set("2026-11-21T00:00:00+07:00");
    forms.owe();
    assertThat(room.count("dispatch")).as("a closed month asks nobody").isZero();
  }

  @Test
  void what_is_mailed_has_no_word_of_a_degree() {
    var notice =
        forms.notice(
            new QualityForm("H24.16", Months.OCTOBER),
            new QualityRows(room.sql()).of("H24.16", Months.OCTOBER));
    assertThat(notice.attachments().get(0).name()).isEqualTo("KT1-QUALITY_H24.16_2026-10.xlsx");
    assertThat(notice.subject()).isEqualTo("[KT1] RETURN QUALITY-2026-10-H24.16");
    assertThat(notice.text())
        .contains("4 bưu gửi KT1", "tháng 10/2026", "ngày 20/11/2026")
        .doesNotContainPattern(
            "(?iu)mật|secre|KT1_|service|reason|network|cost|\\bdue|quy định|hạn");
  }

  @Test
  void a_form_that_comes_back_is_taken_once_and_answered() throws Exception {
    QualityForm form = new QualityForm("H24.16", Months.OCTOBER);
    byte[] blank = form.blank(new QualityRows(room.sql()).of("H24.16", Months.OCTOBER));
    byte[] filled =
        edited(
            blank,
            sheet -> {
              set(sheet, 1, 4, "x");
              set(sheet, 4, 5, "Chưa nhận được");
            });
    assertThat(byMail.isForm(form.fileName(), filled)).isTrue();
    var answered = take(OFFICE, form.fileName(), filled);
    take(OFFICE, form.fileName(), filled);
    assertThat(answered.subject()).isEqualTo("[KT1] RECEIPT QUALITY-2026-10-H24.16");
    assertThat(answered.answers()).isEqualTo("<1@office>");
    assertThat(answered.text()).contains("đồng ý 1, không đồng ý 1, chưa có ý kiến 2 trên 4");
    assertThat(room.count("quality_answer where channel = 'MAIL'")).isEqualTo(2);
    assertThat(read(CLERK, "2026-10", null).at("/rows/3/reason").asText())
        .isEqualTo("Chưa nhận được");
    assertThat(refused(() -> take(OTHERS, form.fileName(), filled)))
        .isEqualTo(Code.SENDER_NOT_YOURS);
    int before = room.count("evidence where act = 'content-refused'");
    byte[] formula = edited(filled, sheet -> sheet.getRow(2).createCell(4).setCellFormula("1+1"));
    assertThat(refused(() -> take(OFFICE, form.fileName(), formula)))
        .isEqualTo(Code.CONTENT_NOT_ALLOWED);
    assertThat(room.count("evidence where act = 'content-refused'")).isEqualTo(before + 1);
    Rejected another = rejected(() -> take(OFFICE, "KT1-QUALITY_H24.31_2026-10.xlsx", filled));
    assertThat(another.faults())
        .extracting(fault -> fault.row() + " " + fault.code())
        .containsExactly("1 UNKNOWN_ITEM", "4 UNKNOWN_ITEM");
  }

  private static vn.kt1.gateway.notice.Notice take(Caller caller, String name, byte[] content) {
    return byMail.take(caller, "correlation", "occasion", "<1@office>", name, content);
  }

  private String row(int shipment, boolean agreed, String reason) {
    String said = reason == null ? "" : ", \"reason\": \"" + reason + "\"";
    return "{\"shipmentId\": \"%s\", \"agreed\": %s%s}".formatted(ids.get(shipment), agreed, said);
  }

  private static JsonNode answer(Caller caller, String rows) throws IOException {
    return post(caller, "{\"rows\": [" + rows + "]}");
  }

  private static JsonNode post(Caller caller, String body) throws IOException {
    return json(
        desk.answer(call(caller, Map.of("unit", "H24.16"), "2026-10", body), "application/json"));
  }

  private static JsonNode read(Caller caller, String month, String unit) throws IOException {
    return json(
        desk.month(call(caller, unit == null ? Map.of() : Map.of("unit", unit), month, "")));
  }

  private static JsonNode json(HttpAnswer answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static Call call(
      Caller caller, Map<String, String> parameters, String month, String body) {
    return new Call(
        caller,
        "127.0.0.1",
        Locale.forLanguageTag("vi"),
        "id",
        parameters,
        month == null ? Map.of() : Map.of("month", month),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private interface Act {
    void act() throws Exception;
  }

  private static Rejected rejected(Act act) {
    return catchThrowableOfType(Rejected.class, act::act);
  }

  private static Code refused(Act act) {
    return rejected(act).code();
  }

  private void transit(
      int shipment, String accepted, String due, String attempted, String excluded) {
    room.sql()
        .sql(
            """
            insert into transit (shipment_id, accepted_at, due_at, attempted_at, excluded,
              excluded_by, excluded_at, computed_at)
            values (?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?,
              case when ?::text is null then null else 'gateway' end,
              case when ?::text is null then null else now() end, now())
            """)
        .params(ids.get(shipment), accepted, due, attempted, excluded, excluded, excluded)
        .update();
  }

  private void charge(int shipment, String accepted) {
    room.sql()
        .sql(
            """
            insert into charge (shipment_id, accepted_at, parts, missing, computed_at)
            values (?, ?::timestamptz, '[]', '{tariff}', now())
            """)
        .params(ids.get(shipment), accepted)
        .update();
  }

  private void incident(int shipment) {
    room.sql()
        .sql(
            """
            insert into incident (incident_id, kind, shipment_id, province, raised_by, at, raised_at)
            values ('IN' || (select count(*) from incident), 'LATE', ?, 'hai-phong', 'OPERATOR',
              now(), now())
            """)
        .param(ids.get(shipment))
        .update();
  }

  private void event(int shipment, String state, String at, boolean dayOnly) {
    String code = Map.of("DELIVERED", "14", "DELIVERY_FAILED", "15", "RETURNED", "19").get(state);
    room.sql()
        .sql(
            """
            insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
              recorded_at, day_only)
            select event_id(?, 'myvnp', null, ?, ?::timestamptz, null), ?, 'myvnp', ?, ?, ?,
              ?::timestamptz, ?::timestamptz, ?
            """)
        .params(ids.get(shipment), code, at, ids.get(shipment), code, state, state, at, at, dayOnly)
        .update();
  }
}
