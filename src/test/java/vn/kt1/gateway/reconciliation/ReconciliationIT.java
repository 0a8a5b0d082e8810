package vn.kt1.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.format.PostReader;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.sandbox.SeededMonth;
import vn.kt1.sandbox.SeededMonth.Planted;

/** A seeded month whose differences were planted: exactly these are found, and told once. */
class ReconciliationIT {

  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final String LIST = "KT1-MONTH_hai-phong_2026-10.csv";

  private static Room room;
  private List<Planted> planted = List.of();

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void seed() {
    room.empty();
    room.clock.set("2026-11-20T02:30:00+07:00");
    planted = SeededMonth.write(room.database.owner(), MONTH);
  }

  @Test
  void exactly_the_planted_differences_are_found_and_twice_is_once() {
    room.get(Reconciliations.class).reconcile();
    assertThat(open()).containsExactlyInAnyOrderElementsOf(planted);
    room.get(Reconciliations.class).reconcile();
    room.clock.set("2026-11-21T02:30:00+07:00");
    room.get(Reconciliations.class).reconcile();
    assertThat(open()).containsExactlyInAnyOrderElementsOf(planted);
    assertThat(room.count("difference")).isEqualTo(planted.size());
    assertThat(room.count("evidence where act = 'reconciled'")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void each_difference_is_told_once_to_the_operators_and_to_its_unit() {
    room.get(Reconciliations.class).reconcile();
    room.clock.set("2026-11-21T02:30:00+07:00");
    room.get(Reconciliations.class).reconcile();
    List<String> mails =
        room.sql()
            .sql(
                "select recipient || ' ' || name || ' ' || convert_from(content, 'UTF8')"
                    + " from dispatch where kind = 'SLA' order by recipient")
            .query(String.class)
            .list();
    assertThat(mails).filteredOn(mail -> mail.startsWith("OPERATORS")).hasSize(1);
    for (Planted one : planted) {
      assertThat(mails).filteredOn(mail -> mail.contains(one.shipmentId())).hasSize(2);
    }
    assertThat(mails)
        .allSatisfy(
            mail ->
                assertThat(mail).doesNotContain("KT1_", "SECRET", "Tối mật", "EXPRESS", "Hỏa tốc"));
  }

  @Test
  void a_difference_that_has_gone_is_resolved_and_one_that_comes_back_is_a_new_one() {
    room.get(Reconciliations.class).reconcile();
    Planted unconfirmed =
        planted.stream()
            .filter(one -> one.kind().equals("NOT_CONFIRMED"))
            .findFirst()
            .orElseThrow();
    room.sql()
        .sql(
            """
            insert into confirmation (confirmation_id, shipment_id, result, at, role, recorded_at)
            values (gen_random_uuid(), ?, 'RECEIVED', '2026-11-20T00:00Z', 'OPERATOR',
              '2026-11-20T00:00Z')
            """)
        .param(unconfirmed.shipmentId())
        .update();
    room.clock.set("2026-11-21T02:30:00+07:00");
    room.get(Reconciliations.class).reconcile();
    assertThat(open()).doesNotContain(unconfirmed).hasSize(planted.size() - 1);
  }

  @Test
  void before_its_time_of_the_day_nothing_is_due() {
    room.clock.set("2026-11-20T01:59:59+07:00");
    room.get(Reconciliations.class).reconcile();
    assertThat(room.count("reconciliation")).isZero();
  }

  @Test
  void the_posts_own_list_is_compared_row_by_row() {
    room.get(Reconciliations.class).reconcile();
    List<String> rows = new ArrayList<>(listed());
    String dropped = code(rows.remove(3));
    rows.set(4, shifted(rows.get(4), 1));
    String accepted = code(rows.get(4));
    rows.set(5, shifted(rows.get(5), 2));
    String delivered = code(rows.get(5));
    rows.set(6, rows.get(6).replaceAll("[0-9]+,$", "49999,"));
    String weight = code(rows.get(6));
    rows.add(rows.get(7));
    String twice = code(rows.get(7));
    rows.add("MK999999998VN,2026-10-10T10:00:00+07:00,,100,");
    rows.add("MK999999998VN,no time,,100,");
    Result result = apply(rows);
    assertThat(result.rows()).isEqualTo(rows.size());
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(months())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ONLY_GATEWAY " + dropped,
                1L,
                "ACCEPTED_AT_DIFFERS " + accepted,
                1L,
                "DELIVERED_AT_DIFFERS " + delivered,
                1L,
                "LISTED_WEIGHT_DIFFERS " + weight,
                1L,
                "LISTED_TWICE " + twice,
                1L,
                "ONLY_POST MK999999998VN",
                1L));
    apply(listed());
    assertThat(months()).as("a later list replaces it").isEmpty();
  }

  @Test
  void what_only_the_list_knows_of_a_shipment_is_a_difference_until_the_news_comes() {
    room.get(Reconciliations.class).reconcile();
    String undelivered = planted("NOT_DELIVERED");
    String row = item(undelivered) + ",2026-10-20T10:00:00Z,2026-10-25T10:00:00Z,,";
    apply(List.of(row + undelivered));
    assertThat(of(undelivered)).contains("DELIVERED_AT_DIFFERS");
    room.sql()
        .sql(
            """
            insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
              recorded_at)
            values (gen_random_uuid(), ?, 'upu', 'EMI', '', 'DELIVERED', '2026-10-25T10:00Z',
              '2026-11-20T00:00Z')
            """)
        .param(undelivered)
        .update();
    room.clock.set("2026-11-21T02:30:00+07:00");
    room.get(Reconciliations.class).reconcile();
    assertThat(of(undelivered)).doesNotContain("DELIVERED_AT_DIFFERS");
  }

  @Test
  void an_acceptance_that_only_the_list_knows_is_a_difference() {
    String unaccepted = planted("DELIVERED_WITHOUT_ACCEPTANCE");
    apply(List.of(item(unaccepted) + ",2026-10-20T10:00:00Z,,,"));
    assertThat(of(unaccepted)).contains("ACCEPTED_AT_DIFFERS");
  }

  @Test
  void an_item_that_the_list_gives_to_another_shipment_is_a_difference() {
    String one = planted("NOT_CONFIRMED");
    String other = planted("NOT_DELIVERED");
    apply(List.of(item(one) + ",2026-10-20T10:00:00Z,,," + other));
    assertThat(of(one)).contains("LISTED_SHIPMENT_DIFFERS");
    apply(List.of(item(one) + ",2026-10-20T10:00:00Z,,," + one));
    assertThat(of(one)).doesNotContain("LISTED_SHIPMENT_DIFFERS");
  }

  private String planted(String kind) {
    return planted.stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .shipmentId();
  }

  private static String item(String shipment) {
    return room.sql()
        .sql("select item_code from shipment where shipment_id = ?")
        .param(shipment)
        .query(String.class)
        .single();
  }

  private static List<String> of(String shipment) {
    return room.sql()
        .sql("select kind from difference where resolved_at is null and shipment_id = ?")
        .param(shipment)
        .query(String.class)
        .list();
  }

  @Test
  void a_list_that_cannot_be_read_raises_no_alarm_and_leaves_the_one_before() {
    room.get(Reconciliations.class).reconcile();
    apply(listed());
    int rows = room.count("post_month");
    List<String> broken = listed().stream().map(row -> row.replaceFirst(",[^,]*", ",x")).toList();
    assertThat(apply(broken).applied()).isZero();
    assertThat(room.count("post_month")).isEqualTo(rows);
    assertThat(months()).isEmpty();
    List<String> oneBroken = new ArrayList<>(listed());
    oneBroken.set(2, broken.get(2));
    assertThat(apply(oneBroken).rejected()).isEqualTo(1);
    assertThat(months()).as("it stands in the list all the same").isEmpty();
  }

  @Test
  void a_list_of_another_name_is_rejected_row_by_row_with_what_to_do() {
    Result result =
        room.get(PostMonths.class)
            .apply(reader().months("october.csv", bytes(listed().subList(0, 2))));
    assertThat(result.rejected()).isEqualTo(2);
    assertThat(room.count("post_month")).isZero();
  }

  private static List<Planted> open() {
    return room.sql()
        .sql("select kind, shipment_id from difference where resolved_at is null")
        .query(Planted.class)
        .list();
  }

  private static Map<String, Long> months() {
    return room
        .sql()
        .sql(
            "select kind || ' ' || item_code from difference"
                + " where resolved_at is null and month is not null"
                // The one item on two shipments stands in no list of ours.
                + " and (shipment_id is null or shipment_id <> all (array(select shipment_id from"
                + " difference where kind = 'ITEM_CODE_TWICE')))")
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }

  /**
   * What the post would tell of the month, as the gateway knows it; one item is on two shipments.
   */
  private static List<String> listed() {
    return room.sql()
        .sql(
            """
            select distinct on (s.item_code) s.item_code || ','
              || to_char(c.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ','
              || coalesce(to_char((select e.occurred_at from event e
                where e.shipment_id = s.shipment_id and e.state = 'DELIVERED') at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '') || ',' || c.weight_grams || ','
            from charge c join shipment s using (shipment_id)
            where s.sender_province = 'hai-phong' and s.shipment_id not like '%-0065'
              and s.shipment_id not like '%-0066'
            order by s.item_code
            """)
        .query(String.class)
        .list();
  }

  private static Result apply(List<String> rows) {
    return room.get(PostMonths.class).apply(reader().months(LIST, bytes(rows)));
  }

  private static PostReader reader() {
    return room.get(PostReader.class);
  }

  private static byte[] bytes(List<String> rows) {
    return ("item_code,accepted_at,delivered_at,weight_g,shipment_id\n"
            + String.join("\n", rows)
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String code(String row) {
    return row.substring(0, row.indexOf(','));
  }

  /** The time in that column, five hours later. */
  private static String shifted(String row, int column) {
    String[] cells = row.split(",", -1);
    cells[column] = OffsetDateTime.parse(cells[column]).plusHours(5).toInstant().toString();
    return String.join(",", cells);
  }
}
