package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.Cases;

class ReceiptFilesTest {

  private static final String HEADER =
      "order_id,shipment_id,result,item_code,accepted_at,post_office,weight_g,reason\n";

  private final PostReader files = new PostReader(new Directory(List.of(), List.of(), List.of()));

  @Test
  void reads_an_accepted_and_a_refused_order() {
    ReadFile<PostAnswer> file =
        read(
            HEADER
                + "O-1,S-1,ACCEPTED,ra473124829vn,2026-11-22T10:15:00+07:00,Hải Phòng,182,\n"
                + "O-2,,refused,,,,,Sai địa chỉ\n");
    PostAnswer accepted = file.rows().get(0);
    assertThat(accepted.orderId()).isEqualTo("O-1");
    assertThat(accepted.shipmentId()).isEqualTo("S-1");
    assertThat(accepted.result()).isEqualTo(PostAnswer.Result.ACCEPTED);
    assertThat(accepted.itemCode().normalised()).isEqualTo("RA473124829VN");
    assertThat(accepted.at()).isEqualTo(Instant.parse("2026-11-22T03:15:00Z"));
    assertThat(accepted.weightGrams()).isEqualTo(182);
    assertThat(file.rows().get(1))
        .isEqualTo(
            new PostAnswer(
                2, "O-2", null, PostAnswer.Result.REFUSED, null, null, null, null, "Sai địa chỉ"));
  }

  @Test
  void one_bad_row_keeps_the_good_ones() {
    ReadFile<PostAnswer> file =
        read(
            HEADER
                + "O-1,,ACCEPTED,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + ",,ACCEPTED,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + "O-3,,ACCEPTED,,2026-11-22T10:15:00+07:00,,,\n"
                + "O-4,,ACCEPTED,RA473124829VN,,,,\n"
                + "O-5,,TAKEN,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + "O-6,,ACCEPTED,RA473124829VN,31/02/2026 10:15:00,,,\n"
                + "O-7,,ACCEPTED,1.2E+12,2026-11-22T10:15:00+07:00,,1.5,\n"
                + "O-8,,ACCEPTED,?,2026-11-22T10:15:00+07:00,,,\n"
                + "O-9,,ACCEPTED,RA473124829VN,22/11/2026 10:15:00,,,\n");
    assertThat(file.rowCount()).isEqualTo(9);
    assertThat(file.rows()).extracting(PostAnswer::orderId).containsExactly("O-1", "O-9");
    assertThat(file.faults())
        .extracting(RowFault::code)
        .containsExactly(
            Code.MISSING_FIELD,
            Code.MISSING_FIELD,
            Code.MISSING_FIELD,
            Code.BAD_VALUE,
            Code.BAD_VALUE,
            Code.BAD_VALUE,
            Code.BAD_VALUE);
  }

  @Test
  void a_rejected_row_names_every_fault_its_columns_and_its_order() {
    RowFault fault = read(HEADER + "O-5,,TAKEN,1.2E+12,hôm qua,,1.5,\n").faults().get(0);
    assertThat(fault.sentence().en())
        .startsWith("O-5: Column result: ")
        .contains("Column item_code: ", "Column accepted_at: ", "Column weight_g: ")
        .doesNotContain("TAKEN", "hôm qua");
    assertThat(read(HEADER + ",,ACCEPTED,?,x,,,\n").faults().get(0).sentence().vi())
        .startsWith("Cột order_id: ")
        .contains("Cột item_code: ", "Cột accepted_at: ");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "182 | 182 | 0",
        "182.0 | 182 | 0",
        "182,0 | 182 | 0",
        "182.000 | 182 | 0",
        "'' | none | 0",
        "- | none | 0",
        "NaN | none | 0",
        "NULL | none | 0",
        "N/A | none | 0",
        "#N/A | none | 0",
        "182,5 | none | 1",
        "182.5 | none | 1",
        "0,182 kg | none | 1",
        "182 g | none | 1",
        "-5 | none | 1",
        "1e3 | none | 1",
        "99999999999 | none | 1",
        "true | none | 1"
      })
  void a_weight_never_loses_an_acceptance(String written, @Nullable Integer meant, int warnings) {
    ReadFile<PostAnswer> file =
        read(
            HEADER
                + "O-1,,ACCEPTED,RA473124829VN,2026-11-22T10:15:00+07:00,,\"%s\",\n"
                    .formatted(written));
    assertThat(file.faults()).isEmpty();
    assertThat(file.rows().get(0).weightGrams()).isEqualTo(meant);
    assertThat(file.warnings()).hasSize(warnings);
    assertThat(file.warnings())
        .allSatisfy(
            warning -> assertThat(warning.sentence().vi()).startsWith("O-1: Cột weight_g: "));
  }

  @Test
  void a_weight_as_a_spreadsheet_writes_it_spoils_no_receipt() throws IOException {
    byte[] written = Cases.post("7-weight-spoils-receipt/receipt-row.csv");
    String row =
        new String(written, StandardCharsets.UTF_8)
            .replace("<order>", "O-1")
            .replace("<shipment>", "S-1");
    ReadFile<PostAnswer> file = read(row);
    assertThat(file.faults()).isEmpty();
    assertThat(file.warnings()).isEmpty();
    assertThat(file.rows())
        .extracting(PostAnswer::orderId, PostAnswer::result, PostAnswer::weightGrams)
        .containsExactly(tuple("O-1", PostAnswer.Result.ACCEPTED, 182));
  }

  @Test
  void what_a_refusal_need_not_tell_loses_no_refusal() {
    ReadFile<PostAnswer> file = read(HEADER + "O-1,-,REFUSED,NULL,hôm qua,nan,NaN,Sai địa chỉ\n");
    assertThat(file.faults()).isEmpty();
    assertThat(file.rows().get(0))
        .isEqualTo(
            new PostAnswer(
                1, "O-1", null, PostAnswer.Result.REFUSED, null, null, null, null, "Sai địa chỉ"));
    assertThat(file.warnings()).extracting(RowFault::code).containsExactly(Code.BAD_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sep=;\r\n",
        "sep=,\r\n",
        "#TYPE System.Management.Automation.PSCustomObject\r\n",
        "\r\n\r\n",
        "BIÊN NHẬN NGÀY 22/11/2026, bưu điện\r\n\r\nSố,Lệnh\r\n",
        "\"Biên nhận\"\r\n"
      })
  void the_header_stands_below_what_programs_and_people_write_above_it(String preamble) {
    String table = HEADER + "O-1,,ACCEPTED,RA473124829VN,22/11/2026 10:15,,,\n";
    for (String delimiter : new String[] {",", ";", "\t"}) {
      ReadFile<PostAnswer> file = read(preamble + table.replace(",", delimiter));
      assertThat(file.rows()).extracting(PostAnswer::row).containsExactly(1);
      assertThat(file.rowCount()).isEqualTo(1);
    }
  }

  @Test
  void what_keeps_a_text_a_text_is_no_part_of_it() {
    PostAnswer answer =
        read(HEADER.replace(",", "\",\"").replaceFirst("^", "\"").replace("\n", "\"\n")
                + "=\"O-1\",'S-1,accepted,=\"600388060773\",'22/11/2026 10:15,,,\n")
            .rows()
            .get(0);
    assertThat(answer.orderId()).isEqualTo("O-1");
    assertThat(answer.shipmentId()).isEqualTo("S-1");
    assertThat(answer.itemCode().normalised()).isEqualTo("600388060773");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><table><tr><td>order_id</td><td>result</td></tr></table>",
        "\uFEFF<table border=1>",
        "\t\b\b\u0000\u0000\u0005\u0010\u0000"
      })
  void what_is_no_table_is_called_what_it_is(String text) {
    assertThatThrownBy(
            () -> ReadFile.of(files.receipts("r.xls", text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo(Code.MALFORMED);
              assertThat(no.faults().get(0).detail().en()).containsAnyOf("HTML", "Excel 97");
            });
  }

  @Test
  void a_file_without_order_or_result_is_refused() {
    assertThatThrownBy(() -> read("order_id,item_code\nO-1,RA473124829VN\n"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Code.HEADER_NOT_FOUND));
  }

  @Property
  void no_bytes_bring_it_down(@ForAll byte[] bytes) {
    assertThat(catchThrowable(() -> ReadFile.of(files.receipts("r.csv", bytes))))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(), no -> assertThat(no).isInstanceOf(Rejected.class));
  }

  private ReadFile<PostAnswer> read(String text) {
    return ReadFile.of(files.receipts("r.csv", text.getBytes(StandardCharsets.UTF_8)));
  }
}
