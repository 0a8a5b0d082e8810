package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.testing.Cases;

class StatusFilesTest {

  private static final String HEADER =
      "item_code,status_code,status_name,occurred_at,location,note\r\n";

  private final PostReader files = new PostReader(new Directory(List.of(), List.of(), List.of()));

  @Test
  void reads_a_row_as_it_stands() {
    ReadFile<TrackingEvent> file =
        read(
            HEADER
                + "ra 473 124 829 vn,14,Đã giao hàng,2026-11-22T14:05:07+07:00,\"Huế, P1\",x\r\n");
    TrackingEvent event = file.rows().get(0);
    assertThat(file.name()).isEqualTo("s.csv");
    assertThat(file.rowCount()).isEqualTo(1);
    assertThat(event.row()).isEqualTo(1);
    assertThat(event.source()).isEqualTo("myvnp");
    assertThat(event.itemCode().normalised()).isEqualTo("RA473124829VN");
    assertThat(event.rawCode()).isEqualTo("14");
    assertThat(event.rawText()).isEqualTo("Đã giao hàng");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-22T07:05:07Z"));
    assertThat(event.location()).isEqualTo("Huế, P1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T14:05:07+07:00, 2026-11-22T07:05:07Z",
    "2026-11-22T07:05:07Z, 2026-11-22T07:05:07Z",
    "2026-11-22 14:05:07, 2026-11-22T07:05:07Z",
    "2026-11-22T14:05, 2026-11-22T07:05:00Z",
    "22/11/2026 14:05:07, 2026-11-22T07:05:07Z",
    "22/11/2026 14:05, 2026-11-22T07:05:00Z",
    "22-11-2026 14:05:07, 2026-11-22T07:05:07Z",
    "2026-11-22 14:05:07+07, 2026-11-22T07:05:07Z",
    "2026-11-22T14:05:07+0700, 2026-11-22T07:05:07Z",
    "22/11/2026 02:05:07 CH, 2026-11-22T07:05:07Z",
    "29/02/2028 00:00:00, 2028-02-28T17:00:00Z"
  })
  void reads_times_at_plus_seven_unless_they_say_otherwise(String written, Instant meant) {
    assertThat(read(row("14", written)).rows().get(0).occurredAt()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2026 10:00:00",
        "29/02/2026 10:00:00",
        "22/13/2026 10:00:00",
        "22/11/2026 24:00:01",
        "2026-02-31T10:00:00+07:00",
        "11/22/2026 10:00:00",
        "hôm qua",
        "22/11/2026",
        "03/04/2026 10:00:00 AM",
        "01/01/0000 00:00:00",
        "+12026-11-22T10:00:00Z",
        "-2026-11-22T10:00:00Z",
        "2200-01-01T00:00:00Z"
      })
  void an_impossible_time_is_a_fault_of_its_row(String written) {
    ReadFile<TrackingEvent> file = read(row("14", written));
    assertThat(file.rows()).isEmpty();
    assertThat(file.faults()).extracting(RowFault::code).containsExactly(Code.BAD_VALUE);
    assertThat(file.faults().get(0).sentence().en())
        .startsWith("RA473124829VN: Column occurred_at: ")
        .contains("30/11/2026 08:05", "2026-11-30T08:05:00+07:00")
        .doesNotContain("layout"); // it has none of its own to look into
  }

  @ParameterizedTest
  @CsvSource({
    "14, 14, myvnp",
    "14.0, 14, myvnp",
    "109.0, 109, myvnp",
    "emi, EMI, upu",
    "EMI, EMI, upu"
  })
  void reads_codes_of_both_systems_though_a_spreadsheet_had_them(
      String written, String code, String source) {
    TrackingEvent event = read(row(written, "2026-11-22T07:05:07Z")).rows().get(0);
    assertThat(event.rawCode()).isEqualTo(code);
    assertThat(event.source()).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void reads_any_delimiter_with_or_without_bom_in_any_order_of_columns(String delimiter) {
    String text = "Occurred_At,ITEM_CODE,status_code\n2026-11-22T07:05:07Z,RA473124829VN,14\n";
    String written = text.replace(",", delimiter);
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      byte[] bytes = ("\uFEFF" + written).getBytes(charset);
      assertThat(ReadFile.ofStatuses(files.statuses("s.csv", bytes)).rows()).hasSize(1);
      assertThat(files.statuses("s.csv", bytes).sha256()).isEqualTo(Sha256.of(bytes));
    }
    assertThat(read(written).rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item_code,status_code\nRA473124829VN,14\n",
        "a,b,c\n1,2,3\n",
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nitem_code,status_code,occurred_at\n",
        "RA473124829VN,14,2026-11-22T07:05:07Z\n"
      })
  void a_file_without_its_columns_is_refused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Code.HEADER_NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n \r\n", "item_code,\"status_code\n"})
  void what_is_no_table_is_malformed(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Code.MALFORMED));
  }

  @Test
  void one_bad_row_keeps_the_good_ones_and_blank_rows_count_as_places_only() {
    ReadFile<TrackingEvent> file =
        read(
            HEADER
                + "RA473124829VN,14,,2026-11-22T07:05:07Z,,\n"
                + "RA473124829VN,,,2026-11-22T07:05:07Z,,\n"
                + ",,,,,\n"
                + "RA473124829VN,1 4,,2026-11-22T07:05:07Z,,\n"
                + "R!,14,,2026-11-22T07:05:07Z,,\n"
                + "RA473124829VN\n"
                + "RA473124829VN,EMI,,2026-11-22T07:05:07Z,,\n");
    assertThat(file.rowCount()).isEqualTo(6);
    assertThat(file.rows()).extracting(TrackingEvent::row).containsExactly(1, 7);
    assertThat(file.faults()).extracting(RowFault::row).containsExactly(2, 4, 5, 6);
    assertThat(file.faults())
        .extracting(RowFault::code)
        .containsExactly(Code.MISSING_FIELD, Code.BAD_VALUE, Code.BAD_VALUE, Code.MISSING_FIELD);
  }

  @Test
  void a_rejected_row_names_every_fault_its_columns_and_its_item() {
    RowFault fault =
        read(HEADER + "'EB1234,1 4,%s,hôm qua,,\n".formatted("x".repeat(201))).faults().get(0);
    assertThat(fault.key()).isEqualTo("'EB1234");
    assertThat(fault.sentence().vi())
        .contains("'EB1234: Cột status_code: ", "Cột occurred_at: ")
        .doesNotContain("hôm qua", "1 4");
    assertThat(read(HEADER + "EB1234,10,,,,\n").faults().get(0).sentence().en())
        .as("each once")
        .isEqualTo("EB1234: Column occurred_at: The row lacks a cell it needs.");
    assertThat(read(HEADER + "Về việc mật,14,,2026-11-22T07:05:07Z,,\n").faults().get(0).key())
        .as("no text is repeated")
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RA473124829VN,11,,2026-11-22T07:05:07Z,\"Lê Lợi\" 2,",
        "RA473124829VN,11,,2026-11-22T07:05:07Z,\"Lê Lợi,",
        "\"RA473124829VN,11,,2026-11-22T07:05:07Z,Lê Lợi,",
        "RA473124829VN,11,\",2026-11-22T07:05:07Z,Lê Lợi,",
        "RA473124829VN,11,,2026-11-22T07:05:07Z,Lê Lợi, P1, Q2,x",
        "RA473124829\ufffdVN,11,,2026-11-22T07:05:07Z,,",
        "RA473124829VN,1\u00001,,2026-11-22T07:05:07Z,,",
        ",,,,,x"
      })
  void a_spoiled_row_costs_itself_and_no_other(String spoiled) {
    String good = "RA473124829VN,10,,2026-11-22T07:0%d:07Z,\"Huế, P1\",\n";
    String text =
        HEADER
            + good.formatted(1)
            + spoiled
            + "\n"
            + good.formatted(2)
            + good.formatted(3)
            + "RA473124829VN,14,,2026-11-22T07:04:07Z,,\n";
    ReadFile<TrackingEvent> file = read(text);
    assertThat(file.rowCount()).isEqualTo(5);
    assertThat(file.rows()).extracting(TrackingEvent::row).containsExactly(1, 3, 4, 5);
    assertThat(file.faults()).extracting(RowFault::row).containsExactly(2);
  }

  @Test
  void a_byte_that_is_no_letter_costs_an_optional_cell_only() {
    byte[] bytes = (HEADER + good(1) + good(2)).getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.UTF_8).indexOf("Hue")] = (byte) 0xC3;
    ReadFile<TrackingEvent> file = ReadFile.ofStatuses(files.statuses("s.csv", bytes));
    assertThat(file.rows()).extracting(TrackingEvent::location).containsExactly(null, "Hue 2");
    assertThat(file.warnings())
        .extracting(warning -> warning.row() + " " + warning.code())
        .containsExactly("1 ENCODING");
  }

  @Property
  void wherever_one_row_is_damaged_the_others_are_read(
      @ForAll @IntRange(max = 9) int row,
      @ForAll @IntRange(max = 44) int at,
      @ForAll("damages") byte[] damage) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 10; i++) {
      byte[] line = good(i).getBytes(StandardCharsets.UTF_8);
      bytes.write(line, 0, i == row ? at : 0);
      bytes.writeBytes(i == row ? damage : new byte[0]);
      bytes.write(line, i == row ? at : 0, line.length - (i == row ? at : 0));
    }
    ReadFile<TrackingEvent> file =
        ReadFile.ofStatuses(files.statuses("s.csv", bytes.toByteArray()));
    assertThat(file.rowCount()).isEqualTo(10);
    assertThat(file.rows()).extracting(TrackingEvent::row).hasSizeGreaterThanOrEqualTo(9);
    assertThat(file.faults()).extracting(RowFault::row).isSubsetOf(row + 1);
  }

  @Provide
  Arbitrary<byte[]> damages() {
    return Arbitraries.of(
        new byte[] {'"'},
        new byte[] {'"', '"', '"'},
        new byte[] {','},
        new byte[] {',', ',', 'x', ','},
        new byte[] {(byte) 0xFF},
        new byte[] {(byte) 0xE1, (byte) 0xBB},
        new byte[] {0},
        new byte[] {';', '\t'});
  }

  private static String good(int number) {
    return "RA473124829VN,10,,2026-11-22T07:0%d:07Z,Hue %d,\n".formatted(number, number);
  }

  @Test
  void a_cell_may_go_on_in_the_next_line() {
    ReadFile<TrackingEvent> file =
        read(HEADER + "RA473124829VN,10,\"Đang\r\nđi\",2026-11-22T07:05:07Z,Hue,\n" + good(2));
    assertThat(file.rows()).extracting(TrackingEvent::rawText).containsExactly("Đang đi", null);
    assertThat(file.rowCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "N/A", "#N/A", "nan", "-", "undefined", "#REF!"})
  void what_programs_write_for_nothing_is_nothing(String nothing) {
    ReadFile<TrackingEvent> file =
        read(HEADER + "RA473124829VN,10,%1$s,2026-11-22T07:05:07Z,%1$s,%1$s\n".formatted(nothing));
    assertThat(file.rows().get(0).location()).isNull();
    assertThat(file.rows().get(0).rawText()).isNull();
    assertThat(file.warnings()).isEmpty();
    assertThat(read(HEADER + nothing + ",10,,2026-11-22T07:05:07Z,,\n").faults())
        .extracting(RowFault::code)
        .containsExactly(Code.MISSING_FIELD);
  }

  @Test
  void a_cell_has_at_most_two_hundred_characters() {
    String fits = "ả".repeat(200);
    String row = "RA473124829VN,14,%s,2026-11-22T07:05:07Z,,\n";
    ReadFile<TrackingEvent> file = read(HEADER + row.formatted(fits) + row.formatted(fits + "x"));
    assertThat(file.rows()).extracting(TrackingEvent::rawText).containsExactly(fits, null);
    assertThat(file.faults()).isEmpty();
    assertThat(file.warnings()).extracting(RowFault::row).containsExactly(2);
    assertThat(file.warnings().get(0).detail().en()).contains("status_name").doesNotContain("ả");
  }

  @Property
  void no_bytes_bring_it_down(@ForAll byte[] bytes) {
    assertThat(catchThrowable(() -> ReadFile.ofStatuses(files.statuses("s.csv", bytes))))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(), no -> assertThat(no).isInstanceOf(Rejected.class));
  }

  @Property
  void no_text_below_a_header_loses_a_row(@ForAll String text) {
    Throwable thrown =
        catchThrowable(
            () -> {
              ReadFile<TrackingEvent> file = read(HEADER + text);
              assertThat(file.rows().size() + file.faults().size()).isEqualTo(file.rowCount());
            });
    assertThat(thrown == null || thrown instanceof Rejected).isTrue();
  }

  @Test
  void a_stray_quote_in_a_file_as_sent_costs_its_row_only() throws IOException {
    ReadFile<TrackingEvent> file = sent("8-one-bad-row/status.csv");
    assertThat(file.rowCount()).isEqualTo(3);
    assertThat(file.rows()).extracting(TrackingEvent::rawCode).containsExactly("10", "12");
    assertThat(file.faults()).extracting(RowFault::row).containsExactly(2);
    assertThat(file.faults()).extracting(RowFault::code).containsExactly(Code.MALFORMED);
  }

  /** Whether it is later than now is for who applies it: TrackingIT. */
  @Test
  void a_year_too_far_is_read_as_it_stands() throws IOException {
    assertThat(sent("3-future-event/status.csv").rows())
        .extracting(event -> event.rawCode() + " " + event.occurredAt())
        .containsExactly("12 2036-11-30T02:00:00Z", "14 2026-11-30T02:00:00Z");
  }

  private ReadFile<TrackingEvent> sent(String file) throws IOException {
    return ReadFile.ofStatuses(files.statuses("s.csv", Cases.post(file)));
  }

  private static String row(String code, String at) {
    return HEADER + "RA473124829VN," + code + ",," + at + ",,\n";
  }

  private ReadFile<TrackingEvent> read(String text) {
    return ReadFile.ofStatuses(files.statuses("s.csv", text.getBytes(StandardCharsets.UTF_8)));
  }
}
