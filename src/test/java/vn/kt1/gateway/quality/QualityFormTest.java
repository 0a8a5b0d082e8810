package vn.kt1.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.quality.QualityStatement.Said;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.DegreeWords;
import vn.kt1.gateway.text.FileName;

/** The form that is mailed, filled in with another program, and read again. */
class QualityFormTest {

  private static final QualityForm FORM = new QualityForm("H24.16", Months.OCTOBER);
  private static final byte[] BLANK = FORM.blank(Months.one());

  @Test
  void tells_no_result_time_or_reason_of_before() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(BLANK))) {
      StringBuilder all = new StringBuilder();
      book.getSheetAt(0)
          .forEach(row -> row.forEach(cell -> all.append(cell.getStringCellValue()).append('|')));
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      assertThat(all.toString())
          .contains("HP00-LATE-000003|EE123456785VN|05/10/2026|")
          .doesNotContainPattern("(?i)thời gian|chỉ tiêu|KT1_|:00|buổi chiều|2026-1[01]-");
      assertThat(DegreeWords.in(all.toString())).isFalse();
    }
    assertThat(FORM.fileName()).isEqualTo("KT1-QUALITY_H24.16_2026-10.xlsx");
    assertThat(FileName.allowed(FORM.fileName())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "KT1-QUALITY_H24.16_2026-10.xlsx,     true",
    "kt1-quality_h24.16_2026-10.XLSX,     true",
    "KT1-QUALITY_000.00.16.H24_2026-10.xlsx, true",
    "KT1-QUALITY_H24.16_2026-10_1.xlsx,   true",
    "KT1-QUALITY_H24.16_2026-13.xlsx,     false",
    "KT1-QUALITY_H24.16_2026-101.xlsx,    false",
    "KT1-QUALITY_2026-10.xlsx,            false",
    "hand-off.xlsx,                       false"
  })
  void is_known_by_its_name(String name, boolean known) {
    assertThat(QualityForm.of(name, BLANK).filter(FORM::equals).isPresent()).isEqualTo(known);
  }

  @Test
  void and_by_its_header_else_it_is_read_as_a_hand_off() {
    String name = FORM.fileName();
    assertThat(QualityForm.of(name, "no workbook".getBytes())).isEmpty();
    assertThat(QualityForm.of(name, edited(sheet -> set(sheet, 0, 4, "hand_off_id")))).isEmpty();
    assertThat(QualityForm.of(name, edited(sheet -> set(sheet, 0, 6, "another")))).isEmpty();
  }

  @Test
  void a_mark_agrees_a_reason_objects_and_an_empty_row_says_nothing() {
    byte[] filled =
        edited(
            sheet -> {
              set(sheet, 1, 4, "x");
              set(sheet, 2, 4, " X ");
              set(sheet, 3, 5, "Phát ngày 07/10");
            });
    assertThat(QualityFormReader.read(filled))
        .extracting(Said::row, Said::shipmentId, Said::agreed, Said::reason)
        .containsExactly(
            Tuple.tuple(1, "HP00-ON-TIME-001", true, null),
            Tuple.tuple(2, "HP00-EDGE-000002", true, null),
            Tuple.tuple(3, "HP00-LATE-000003", false, "Phát ngày 07/10"));
  }

  @Test
  void every_fault_is_told_with_its_row() {
    byte[] filled =
        edited(
            sheet -> {
              set(sheet, 1, 4, "no");
              set(sheet, 2, 4, "x");
              set(sheet, 2, 5, "but late");
              set(sheet, 3, 5, "y".repeat(201));
              set(sheet, 4, 5, "bì Tối mật bị chậm");
              set(sheet, 6, 7, "more");
              set(sheet, 8, 4, "x");
            });
    assertThat(rejected(filled).faults())
        .extracting(Fault::row, Fault::code, Fault::pointer)
        .containsExactly(
            Tuple.tuple(1, Code.BAD_VALUE, "/rows/0/agreed"),
            Tuple.tuple(2, Code.BAD_VALUE, "/rows/1/reason"),
            Tuple.tuple(3, Code.BAD_VALUE, "/rows/2/reason"),
            Tuple.tuple(4, Code.BAD_VALUE, "/rows/3/reason"),
            Tuple.tuple(6, Code.MALFORMED, ""),
            Tuple.tuple(8, Code.MISSING_FIELD, "/rows/7/shipmentId"));
  }

  @Test
  void an_empty_form_says_so() {
    assertThat(rejected(BLANK).code()).isEqualTo(Code.MISSING_FIELD);
  }

  @Test
  void formulas_and_further_sheets_are_refused_as_in_hand_offs() {
    assertThat(
            rejected(edited(sheet -> sheet.getRow(1).createCell(4).setCellFormula("1+1"))).code())
        .isEqualTo(Code.CONTENT_NOT_ALLOWED);
    assertThat(
            rejected(
                    edited(
                        sheet -> set(sheet.getWorkbook().createSheet("more"), 0, 0, "something")))
                .code())
        .isEqualTo(Code.CONTENT_NOT_ALLOWED);
  }

  private static Rejected rejected(byte[] filled) {
    return catchThrowableOfType(Rejected.class, () -> QualityFormReader.read(filled));
  }

  static byte[] edited(Consumer<XSSFSheet> edit) {
    return edited(BLANK, edit);
  }

  static byte[] edited(byte[] form, Consumer<XSSFSheet> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form))) {
      edit.accept(book.getSheetAt(0));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void set(XSSFSheet sheet, int row, int column, String text) {
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    line.createCell(column).setCellValue(text);
  }
}
