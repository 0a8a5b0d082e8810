package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.format.PostReader;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;

/** A month on a real ledger, and the post's invoice lists beside it. */
class StatementIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER =
      "invoice_no,month,unit,item_code,shipment_id,service,weight_g,amount,vat,total\n";
  private static final String UNIT = "H24.16";
  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final Caller CLERK = new Caller("clerk", Role.CLERK, Set.of(UNIT), null);

  private static Room room;
  private static Directory directory;
  private static StatementReading reading;
  private static Invoices invoices;
  private static PostReader reader;

  @BeforeAll
  static void open() {
    room = new Room();
    Directory sandbox = DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
    Contract contract =
        new Contract(
            UNIT,
            LocalDate.of(2026, 1, 1),
            null,
            Payer.PAYS,
            "HĐ-17",
            null,
            null,
            Set.of(),
            "SYNTHETIC",
            false);
    directory =
        new Directory(
            sandbox.units(),
            sandbox.provinces(),
            sandbox.partners(),
            List.of(),
            new Terms(List.of(contract), List.of()));
    reading =
        new StatementReading(
            new Statements(
                new ChargedShipments(room.sql()),
                new InvoiceBook(room.sql()),
                directory,
                room.clock),
            new StatementPrinter(),
            directory);
    invoices = new Invoices(room.sql(), room.get(PostFiles.class), directory, room.clock);
    reader = room.get(PostReader.class);
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
    room.sql()
        .sql(
            """
            insert into tariff (tariff, sha256, valid_from, source, verified, content, seen_at)
            values ('sandbox-2026', repeat('a', 64), '2026-01-01', 'SYNTHETIC', false, '{}', now())
            on conflict do nothing
            """)
        .update();
  }

  /** The figures below were added up by hand, and once more by the database. */
  @Test
  void a_statement_agrees_with_a_second_calculation() throws IOException {
    charge(room.accepted("A-1", "MA000000014VN"), "2026-10-31T17:00:00Z", 13_636L, "8", 1_091L);
    charge(room.accepted("A-2", "MA000000028VN"), "2026-11-30T16:59:59Z", 52_273L, "8", 4_182L);
    charge(room.accepted("A-3", "MA000000031VN"), "2026-11-15T02:00:00Z", 15_000L, "10", 1_500L);
    charge(room.accepted("A-4", "MA000000045VN"), "2026-11-30T17:00:00Z", 99_999L, "8", 8_000L);
    charge(room.accepted("A-5", "MA000000059VN"), "2026-11-15T02:00:00Z", null, null, null);
    room.accepted("A-6", "MA000000062VN");

    JsonNode november = statement(CLERK, Map.of());
    assertThat(november.at("/total").toString())
        .isEqualTo("{\"items\":3,\"amount\":80909,\"vat\":6773,\"total\":87682}");
    assertThat(november.path("toPay").asLong()).isEqualTo(87_682);
    assertThat(november.path("unpriced").asInt()).isEqualTo(2);
    assertThat(november.path("missing").toString()).isEqualTo("{\"charge\":1,\"zone\":1}");
    assertThat(november.path("vat").toString())
        .isEqualTo(
            "[{\"percent\":8,\"items\":2,\"amount\":65909,\"vat\":5273,\"vatOfSum\":5273},"
                + "{\"percent\":10,\"items\":1,\"amount\":15000,\"vat\":1500,\"vatOfSum\":1500}]");
    assertThat(november.path("contract").asText()).isEqualTo("HĐ-17");
    assertThat(november.at("/tariffs/0/source").asText()).isEqualTo("SYNTHETIC");
    assertThat(november.path("rows")).hasSize(5);
    assertThat(november.path("rows").findValuesAsText("date")).contains("2026-11-01", "2026-11-30");

    List<Long> second =
        room.database
            .owner()
            .sql(
                """
                select sum(amount), sum(vat), sum(amount + vat) from charge
                where to_char(accepted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') = '2026-11'
                """)
            .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
            .single();
    assertThat(second).containsExactly(80_909L, 6_773L, 87_682L);
  }

  @Test
  void lost_and_late_shipments_are_proposed_for_deduction() throws IOException {
    String late = priced("A-1", "MA000000014VN");
    String lost = priced("A-2", "MA000000028VN");
    String excused = priced("A-3", "MA000000031VN");
    for (String one : List.of(late, excused)) {
      room.sql()
          .sql(
              """
              insert into transit (shipment_id, accepted_at, due_at, attempted_at, computed_at)
              values (?, now() - interval '3 days', now() - interval '2 days', now(), now())
              """)
          .param(one)
          .update();
    }
    room.sql()
        .sql(
            """
            update transit set excluded = 'FORCE_MAJEURE', excluded_by = 'x', excluded_at = now()
            where shipment_id = ?
            """)
        .param(excused)
        .update();
    room.database
        .owner()
        .sql(
            """
            insert into incident (incident_id, kind, shipment_id, province, raised_by, at, raised_at)
            values ('I-1', 'LOSS', ?, 'hai-phong', 'UNIT', now(), now())
            """)
        .param(lost)
        .update();
    JsonNode told = statement(OPERATOR, Map.of("unit", UNIT));
    assertThat(told.path("proposedDeductions").findValuesAsText("shipmentId"))
        .containsExactlyInAnyOrder(late, lost);
    assertThat(told.path("proposedDeductions").findValuesAsText("proposed"))
        .containsExactlyInAnyOrder("10800", "43200");
    assertThat(told.path("toPay").asLong()).isEqualTo(32_400);
  }

  @Test
  void every_planted_difference_is_found_and_no_other() throws IOException {
    String same = priced("A-1", "MA000000014VN");
    String dearer = priced("A-2", "MA000000028VN");
    String heavier = priced("A-3", "MA000000031VN");
    String twice = priced("A-4", "MA000000045VN");
    String forgotten = priced("A-5", "MA000000059VN");
    String others = room.classified("H24.31", "B-1", 1).get(0);
    item(others, "MA000000062VN");
    Result result =
        take(
            "nov.csv",
            row("MA000000014VN", 50, 10_000, 800),
            row("MA000000028VN", 50, 10_001, 801),
            row("MA000000031VN", 51, 10_000, 800),
            row("MA000000045VN", 50, 10_000, 800),
            row("MA000000045VN", 50, 10_000, 800),
            row("MA000000062VN", 50, 10_000, 800),
            row("MA000000999VN", 50, 10_000, 800),
            "HD-1,2026-11,H24.16,TOTAL,,,,70001,5602,75603\n");
    assertThat(List.of(result.rows(), result.applied(), result.rejected()))
        .containsExactly(8, 8, 0);
    assertThat(differences(CLERK))
        .containsExactly(
            "OTHER_AMOUNT 2 " + dearer,
            "OTHER_VAT 2 " + dearer,
            "OTHER_WEIGHT 3 " + heavier,
            "TWICE 4 " + twice,
            "TWICE 5 " + twice,
            "OTHER_UNIT 6 null",
            "UNKNOWN_ITEM 7 null",
            "SUM_VAT 8 null",
            "SUM_TOTAL 8 null",
            "NOT_INVOICED null " + forgotten);
    assertThat(differences(CLERK)).noneMatch(told -> told.contains(same));
  }

  @Test
  void a_list_that_names_an_invoice_again_replaces_it_and_the_same_again_changes_nothing()
      throws IOException {
    priced("A-1", "MA000000014VN");
    take("first.csv", row("MA000000014VN", 50, 10_001, 800));
    assertThat(differences(CLERK)).hasSize(1);
    assertThat(take("first.csv", row("MA000000014VN", 50, 10_001, 800)).duplicates()).isOne();
    assertThat(take("again.csv", row("MA000000014VN", 50, 10_001, 800)).duplicates()).isOne();
    assertThat(take("second.csv", row("MA000000014VN", 50, 10_000, 800)).applied()).isOne();
    assertThat(differences(CLERK)).isEmpty();
    assertThat(room.count("post_invoice")).isEqualTo(2);
    assertThat(room.count("post_invoice where replaced_at is null")).isOne();
  }

  @Test
  void bad_rows_lose_no_good_ones_and_the_statement_says_that_there_were_some() throws IOException {
    priced("A-1", "MA000000014VN");
    Result result =
        take(
            "bad.csv",
            row("MA000000014VN", 50, 10_000, 800),
            "HD-1,2026-11,H99.99,MA000000028VN,,,,1,0,\n",
            "HD-1,2026-11,H24.16,MA000000028VN,,,,1.234,0,\n",
            "HD-2,2026-11,,TOTAL,,,,1,0,\n");
    assertThat(result.applied()).isOne();
    assertThat(result.rejectedRows()).extracting(RowFault::row).containsExactly(2, 3, 4);
    JsonNode told = call(CLERK, Map.of(), true);
    assertThat(told.at("/invoices/0/unread").asInt()).isEqualTo(3);
  }

  /** SECURITY: what others pay is nothing to a unit. */
  @Test
  void the_sum_of_an_invoice_of_several_units_is_shown_to_nobody_of_them() throws IOException {
    take(
        "two.csv",
        row("MA000000014VN", 50, 1, 0),
        "HD-1,2026-11,H24.31,MA000000028VN,,,50,2,0,\n",
        "HD-1,2026-11,,TOTAL,,,,9,0,\n");
    assertThat(differences(CLERK)).noneMatch(told -> told.startsWith("SUM"));
    assertThat(differences(OPERATOR)).contains("SUM_AMOUNT 3 null");
  }

  @Test
  void the_same_invoice_number_of_two_provinces_is_two_invoices() throws IOException {
    take("hp.csv", row("MA000000014VN", 50, 1, 0));
    take("qn.csv", "HD-1,2026-11,H48.16,MA000000028VN,,,50,2,0,\n");
    assertThat(room.count("post_invoice where replaced_at is null")).isEqualTo(2);
  }

  @Test
  void page_and_workbook_are_given_to_whoever_may_read_it() throws IOException {
    priced("A-1", "MA000000014VN");
    assertThat(bytes("pdf")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(bytes("xlsx")).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void others_are_refused_or_see_nothing() {
    assertRefused(Code.FORBIDDEN, new Caller("v", Role.VIEWER, Set.of(), null), UNIT);
    assertRefused(Code.FORBIDDEN, new Caller("a", Role.AUDITOR, Set.of(), null), UNIT);
    assertRefused(Code.NOT_FOUND, CLERK, "H24.31");
    assertRefused(Code.NOT_FOUND, new Caller("d", Role.DEPARTMENT, Set.of(), "quang-ngai"), UNIT);
    assertRefused(Code.NOT_FOUND, OPERATOR, "H99.99");
    assertRefused(Code.BAD_PARAMETER, OPERATOR, null);
  }

  @Test
  void a_month_that_is_none_is_told() {
    for (String month : List.of("2026-13", "2026", "2026-1", "1999-01")) {
      assertThatThrownBy(() -> reading.statement(call(CLERK, Map.of(), month)))
          .isInstanceOfSatisfying(
              Rejected.class,
              told -> assertThat(told.faults().get(0).pointer()).isEqualTo("/month"));
    }
  }

  private static void assertRefused(Code code, Caller caller, @Nullable String unit) {
    Map<String, String> asked = unit == null ? Map.of() : Map.of("unit", unit);
    assertThatThrownBy(() -> reading.statement(call(caller, asked, "2026-11")))
        .isInstanceOfSatisfying(
            Rejected.class, told -> assertThat(told.faults().get(0).code()).isEqualTo(code));
  }

  private static String priced(String id, String item) {
    String shipment = room.accepted(id, item);
    charge(shipment, "2026-11-15T02:00:00Z", 10_000L, "8", 800L);
    return shipment;
  }

  private static void charge(
      String shipment,
      String at,
      @Nullable Long amount,
      @Nullable String percent,
      @Nullable Long vat) {
    room.sql()
        .sql(
            """
            insert into charge (shipment_id, accepted_at, weight_grams, zone, tariff, tariff_sha256,
              parts, amount, vat_percent, vat, missing, computed_at)
            values (?, ?, 50, 'WITHIN_CITY', 'sandbox-2026', repeat('a', 64), '[]'::jsonb, ?::numeric,
              ?::numeric, ?::numeric, string_to_array(?, ','), now())
            """)
        .params(shipment, Timestamp.from(Instant.parse(at)))
        .params(Arrays.asList(amount, percent, vat, amount == null ? "zone" : ""))
        .update();
  }

  private static void item(String shipment, String item) {
    room.sql()
        .sql("update shipment set item_code = ? where shipment_id = ?")
        .params(item, shipment)
        .update();
  }

  private static String row(String item, int grams, long amount, long vat) {
    return "HD-1,2026-11,H24.16,%s,,,%d,%d,%d,%d\n"
        .formatted(item, grams, amount, vat, amount + vat);
  }

  private static Result take(String name, String... rows) {
    String file = HEADER + String.join("", rows);
    return invoices.apply(reader.invoices(name, file.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> differences(Caller caller) throws IOException {
    Map<String, String> asked = caller == CLERK ? Map.of() : Map.of("unit", UNIT);
    JsonNode items = call(caller, asked, true).path("items");
    return items.findParents("kind").stream()
        .map(
            one ->
                one.path("kind").asText()
                    + " "
                    + one.path("row").asText()
                    + " "
                    + one.path("shipmentId").asText())
        .toList();
  }

  private static JsonNode statement(Caller caller, Map<String, String> asked) throws IOException {
    return call(caller, asked, false);
  }

  private static JsonNode call(Caller caller, Map<String, String> asked, boolean differences)
      throws IOException {
    Call call = call(caller, asked, "2026-11");
    HttpAnswer answer = differences ? reading.invoiceDifferences(call) : reading.statement(call);
    assertThat(answer.status()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static byte[] bytes(String as) throws IOException {
    return reading.statement(call(CLERK, Map.of("as", as), "2026-11")).body().readAllBytes();
  }

  private static Call call(Caller caller, Map<String, String> asked, String month) {
    return new Call(
        caller,
        "127.0.0.1",
        Locale.forLanguageTag("vi"),
        "0",
        new HashMap<>(asked),
        Map.of("month", month),
        new byte[0]);
  }
}
