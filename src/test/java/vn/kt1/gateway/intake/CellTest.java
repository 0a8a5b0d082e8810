package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;

/** A cell is read as the clerk sees it, or refused; never as another number. */
class CellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "180",
        " 180 ",
        "180.0",
        "180,0",
        "0180",
        "'180",
        "=\"180\"",
        "\u00a0180\u00a0",
        "180\u200b",
        "\ufeff180",
        "180\u202f"
      })
  void whole_numbers_as_programs_write_them(String cell) {
    assertThat(CsvFile.read(HandOffField.WEIGHT_G, cell).weightGrams()).isEqualTo(180);
  }

  @Property(tries = 300)
  void a_thousands_mark_is_never_another_number(@ForAll @IntRange(min = 1000, max = 50_000) int n) {
    for (String mark : List.of(".", ",", " ", "'", "\u00a0", "\u202f", "\u2019", "_")) {
      String cell = n / 1000 + mark + String.format("%03d", n % 1000);
      assertThat(CsvFile.refused(HandOffField.WEIGHT_G, cell))
          .singleElement()
          .satisfies(fault -> assertThat(fault.detail().en()).contains("mark for thousands"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"180 g", "180g", "180 gram", "0,18 kg", "2 bì", "180 G.", "180gr/bì", "1.200 g"})
  void a_unit_beside_a_number_is_named(String cell) {
    assertThat(CsvFile.refused(HandOffField.WEIGHT_G, cell))
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail().en()).contains("without the unit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "180.00",
        "180.5",
        "180,5",
        "1e3",
        "1E+3",
        "0x10",
        "+180",
        "-180",
        "١٨٠",
        "１８０",
        "180/2",
        "=90*2",
        "một trăm",
        "180-200",
        "180.",
        ",0",
        "0",
        "50001",
        "99999999999999999999",
        "1.000,0"
      })
  void what_is_no_such_number_is_refused(String cell) {
    assertThat(CsvFile.refused(HandOffField.WEIGHT_G, cell))
        .extracting(Fault::code)
        .containsOnly(Code.BAD_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H24.31", "'H24.31", "=\"H24.31\"", "'000.00.31.H24", "= \"H24.31\" "})
  void a_code_kept_from_being_calculated_is_the_code(String cell) {
    assertThat(CsvFile.read(HandOffField.RECIPIENT_CODE, cell).recipient().code())
        .isEqualTo("H24.31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=H24.31", "=\"H24\"&\".31\"", "=T(\"H24.31\")", "'=1+1", "=1+1", "@SUM(A1)"})
  void a_formula_is_no_code_and_no_name(String cell) {
    for (HandOffField field : List.of(HandOffField.RECIPIENT_CODE, HandOffField.RECIPIENT_NAME)) {
      assertThat(CsvFile.refused(field, cell)).extracting(Fault::code).containsOnly(Code.BAD_VALUE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL",
        "null",
        "(null)",
        "[NULL]",
        "\\N",
        "N/A",
        "#N/A",
        "nan",
        "NaN",
        "None",
        "undefined",
        "#REF!",
        "#VALUE!",
        "-",
        "",
        " ",
        "\u00a0",
        "\u200b"
      })
  void a_word_for_nothing_leaves_the_name_to_the_directory(String cell) {
    for (HandOffField field :
        List.of(
            HandOffField.RECIPIENT_NAME, HandOffField.RECIPIENT_ADDRESS, HandOffField.ADDRESSEE)) {
      var recipient = CsvFile.read(field, cell).recipient();
      assertThat(recipient.name()).isNull();
      assertThat(recipient.address()).isNull();
      assertThat(recipient.addressee()).isNull();
    }
    assertThat(CsvFile.read(HandOffField.WEIGHT_G, cell.equals("None") ? "" : cell).weightGrams())
        .isNull();
  }

  @Test
  void marks_nobody_sees_are_taken_off_a_text() {
    assertThat(
            CsvFile.read(HandOffField.RECIPIENT_NAME, "\u200eSở\u00a0Y\u200b  tế\ufeff\n")
                .recipient()
                .name())
        .isEqualTo("Sở Y tế");
    assertThat(CsvFile.read(HandOffField.ENTERED_IN_REGISTER, "có\u00a0").enteredInRegister())
        .isTrue();
  }

  @Test
  void numbers_and_yes_in_quotes_are_told_so_in_json() {
    String json =
        """
        {"handOffId":"1","sender":"H24.16","handedOffAt":"2026-11-22T09:00:00+07:00","envelopes":[
         {"envelopeId":"1","recipient":{"code":"H24.31"},
          "weightGrams":"180","enteredInRegister":"true","personalOnly":"False"}]}
        """;
    assertThat(new Desk().refused(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)).faults())
        .hasSize(3)
        .allSatisfy(fault -> assertThat(fault.detail().en()).contains("without quotes"))
        .allSatisfy(fault -> assertThat(fault.detail().vi()).contains("không có dấu nháy"));
  }
}
