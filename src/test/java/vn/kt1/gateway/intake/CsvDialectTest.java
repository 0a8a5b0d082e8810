package vn.kt1.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;

/** What programs put around a table takes nothing from it; what moves its cells refuses it. */
class CsvDialectTest {

  private static final String SHORT =
      "sender,handed_off_at,envelope_id,recipient_code,recipient_name,recipient_address,secrecy,"
          + "weight_g,pieces,entered_in_register\n";
  private static final String START = "H24.16,2026-11-22T09:00:00+07:00,1,H24.31,Sở Y tế,";

  static List<String> files() {
    String header = CsvFile.header();
    String row = CsvFile.row();
    return List.of(
        header + "\n" + row,
        header + "\r" + row + "\r",
        header + "\r\n" + row + "\r\n\r\n\r\n",
        "\n\n" + header + "\n\n" + row + "\n",
        header + "\n" + row + "\n\u001a",
        header + "\r\n" + row + "\u001a\r\n\u001a",
        "\ufeff" + header + "\n" + row,
        "\ufeff\ufeff\ufeff" + header + "\n" + row,
        "\ufeff\"hand_off_id\"" + header.substring(11) + "\n" + row,
        "sep=,\n" + header + "\n" + row,
        "sep=;\r\n" + (header + "\r\n" + row).replace(',', ';'),
        "\"sep=;\"\r\n" + (header + "\r\n" + row).replace(',', ';'),
        "sep=\t\r\n" + (header + "\r\n" + row).replace(',', '\t'),
        "SEP=|\n" + (header + "\n" + row).replace(',', '|'),
        "#TYPE System.Data.DataRow\n" + header + "\n" + row,
        "SỔ GỬI, NĂM 2026, QUYỂN 1\n\nNgày 22;;\n" + (header + "\n" + row).replace(',', ';'),
        header.replace(",", ", ") + "\n" + row.replace(",", ", "),
        header.replace(",", " ,\t") + "\n" + row,
        header.toUpperCase(java.util.Locale.ROOT) + "\n" + row,
        header.replace("recipient_name", "\"recipient_\nname\u00a0\"") + "\n" + row,
        header.replace("secrecy", "\"\u200bsecrecy\n\"") + "\n" + row,
        header + ",,\n" + row + ",,\n",
        header + ",subject\n" + row + ",NULL\n",
        header + "\n" + row + "\n" + ",".repeat(30) + "\n",
        "title\n".repeat(19) + header + "\n" + row);
  }

  @ParameterizedTest
  @MethodSource("files")
  void is_read_as_the_plain_table_is(String csv) {
    List<Envelope> plain = CsvFile.read(CsvFile.header() + "\n" + CsvFile.row() + "\n");
    assertThat(CsvFile.read(csv)).isEqualTo(plain);
    if (!csv.contains("\u001a")) {
      String marked = "\ufeff" + csv;
      assertThat(CsvFile.read(marked.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(plain);
      assertThat(CsvFile.read(marked.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "38 Lê Đại Hành,NONE,1,200,,",
        "38 Lê Đại Hành, Hải Phòng,NONE,,,",
        "38 Lê Đại Hành,NONE,180,1,,,",
        "38 Lê Đại Hành,NONE,180,1,,\u00a0",
        "38 Lê Đại Hành,NONE,180,1,true,false",
        ",,,,,,"
      })
  void a_cell_too_many_is_malformed_even_a_blank_one(String rest) {
    assertThat(CsvFile.refused(SHORT + START + rest + "\n"))
        .extracting(Fault::code, Fault::row)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.MALFORMED, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,200", "50,000", "1,200,", "50,999,true", "200,100"})
  void cells_left_out_do_not_hide_a_cell_too_many(String rest) {
    assertThat(CsvFile.refused(SHORT + START + "38 Lê Đại Hành,NONE," + rest + "\n").get(0))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(Code.MALFORMED))
        .satisfies(fault -> assertThat(fault.detail().en()).contains("seem to have moved"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "38 Lê Đại Hành,NONE,180,1 ^ 180",
        "38 Lê Đại Hành,NONE,180 ^ 180",
        "38 Lê Đại Hành,NONE,200,100, ^ 200",
        "38 Lê Đại Hành,NONE,7,003,true ^ 7",
        "38 Lê Đại Hành,NONE ^ "
      })
  void cells_left_out_at_the_end_are_blank(String rest, Integer weight) {
    assertThat(CsvFile.read(SHORT + START + rest + "\n").get(0).weightGrams()).isEqualTo(weight);
  }

  @Test
  void the_twenty_first_line_is_no_header() {
    String csv = "title\n".repeat(20) + CsvFile.header() + "\n" + CsvFile.row();
    assertThat(CsvFile.refused(csv)).extracting(Fault::code).containsExactly(Code.HEADER_NOT_FOUND);
  }

  @Test
  void rows_that_say_the_same_moment_in_two_ways_are_one_hand_off() {
    String again =
        CsvFile.row(HandOffField.HANDED_OFF_AT, "2026-11-22 02:00:00Z").replace("\"1\"", "\"2\"");
    assertThat(CsvFile.read(CsvFile.header() + "\n" + CsvFile.row() + "\n" + again)).hasSize(2);
  }

  @Test
  void a_garbled_letter_is_told_before_its_half_is_taken_for_a_blank() throws Exception {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.write((CsvFile.header() + "\n").getBytes(UTF_8));
    csv.write(CsvFile.row(HandOffField.RECIPIENT_NAME, "Phòng Lã\u00adnh sự, nhà").getBytes(UTF_8));
    assertThat(CsvFile.read(csv.toByteArray()).get(0).recipient().name())
        .isEqualTo("Phòng Lãnh sự, nhà");
    assertThat(CsvFile.refused(HandOffField.RECIPIENT_NAME, "VÃ\u00a0 trÃ\u00ad"))
        .extracting(Fault::code)
        .containsExactly(Code.ENCODING);
  }
}
