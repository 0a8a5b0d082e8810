package vn.kt1.gateway.report.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** The form as it goes out, filled in by another program, and as it comes back. */
class ReturnSheetTest {

  private static final int VALUE = 4;
  private static final int NOTE = 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void what_is_written_is_read_back_with_what_was_filled_in(ReturnForm form) throws IOException {
    byte[] filled =
        filled(
            form,
            sheet -> {
              set(sheet, "sent", VALUE, "12");
              set(sheet, "sent", NOTE, "đếm theo sổ");
              set(sheet, "proposals", VALUE, "Mở thêm bưu cục");
            });
    ReturnSheet.Reader reader = ReturnSheet.Reader.of(filled);
    assertThat(reader.about())
        .isEqualTo(new ReturnSheet.About(1, "hai-phong", 2026, reporter(form)));
    List<Answer> answers = reader.answers(form);
    assertThat(answers)
        .extracting(Answer::key)
        .containsExactlyElementsOf(form.lines().stream().map(ReturnForm.Line::key).toList());
    assertThat(answers.get(0)).isEqualTo(new Answer("sent", null, 12L, null, "đếm theo sổ"));
    assertThat(answers)
        .filteredOn(answer -> answer.key().equals("proposals"))
        .extracting(Answer::words)
        .containsExactly("Mở thêm bưu cục");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sent      | 12 cái         | BAD_VALUE",
        "sent      | 1.234          | BAD_VALUE",
        "sent      | -1             | BAD_VALUE",
        "sent      |                | MISSING_FIELD",
        "proposals | bì TUYỆT MẬT   | BAD_VALUE"
      })
  void a_wrong_cell_is_told(String key, String value, Code code) throws IOException {
    byte[] filled =
        filled(ReturnForm.UNIT, sheet -> set(sheet, key, VALUE, value == null ? "" : value));
    assertThatThrownBy(() -> ReturnSheet.Reader.of(filled).answers(ReturnForm.UNIT))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }

  @Test
  void a_line_nobody_knows_and_one_said_twice_are_told() {
    ReturnAnswers answers = new ReturnAnswers(ReturnForm.UNIT);
    answers.take("/lines/0", null, "sent", "1", "");
    answers.take("/lines/1", null, "sent", "2", "");
    answers.take("/lines/2", null, "fuel", "3", "");
    assertThatThrownBy(answers::all)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .extracting(fault -> fault.code() + " " + fault.pointer())
                    .containsExactlyInAnyOrder(
                        "BAD_VALUE /lines/1/key", "UNKNOWN_FIELD /lines/2/key"));
  }

  @Test
  void parts_that_do_not_add_up_are_told_with_their_sum() throws IOException {
    byte[] filled =
        filled(
            ReturnForm.UNIT,
            sheet -> {
              set(sheet, "sent", VALUE, "10");
              for (String part : List.of("delivered", "returned", "lost", "open")) {
                set(sheet, part, VALUE, "2");
              }
            });
    assertThatThrownBy(() -> ReturnSheet.Reader.of(filled).answers(ReturnForm.UNIT))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults().get(0).detail().vi()).contains("(8)", "KT1 đã gửi"));
  }

  @ParameterizedTest
  @CsvSource({
    ">1</t>, >0</t>, BAD_VALUE",
    "KT1-RETURN, KT1-OTHER, HEADER_NOT_FOUND",
    ">2026</t>, >MMXXVI</t>, BAD_VALUE"
  })
  void an_old_version_and_a_changed_first_row_are_told(String from, String to, Code code)
      throws IOException {
    byte[] other = replaced(blank(ReturnForm.UNIT), from, to);
    assertThatThrownBy(() -> ReturnSheet.Reader.of(other).about())
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }

  private byte[] replaced(byte[] xlsx, String from, String to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path file = Files.write(folder.resolve("form.xlsx"), xlsx);
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.write(part.replace(from, to).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void a_second_filled_sheet_is_content() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(blank(ReturnForm.UNIT)))) {
      book.createSheet("x").createRow(0).createCell(0).setCellValue("nội dung");
      book.write(bytes);
    }
    assertThatThrownBy(() -> ReturnSheet.Reader.of(bytes.toByteArray()))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(Code.CONTENT_NOT_ALLOWED));
  }

  private static String reporter(ReturnForm form) {
    return form == ReturnForm.POST ? ReturnForm.OF_THE_POST : "H24.16";
  }

  private static byte[] blank(ReturnForm form) {
    return ReturnSheet.write(
        new Returned(
            "hai-phong",
            2026,
            reporter(form),
            null,
            form.lines().stream()
                .map(line -> new Answer(line.key(), line.isNumber() ? 7L : null, null, null, null))
                .toList()));
  }

  private static byte[] filled(ReturnForm form, Consumer<Sheet> pen) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(blank(form)))) {
      pen.accept(book.getSheetAt(0));
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void set(Sheet sheet, String key, int column, String text) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(key)) {
        row.createCell(column).setCellValue(text);
        return;
      }
    }
    throw new IllegalArgumentException(key);
  }
}
