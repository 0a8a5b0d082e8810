package vn.kt1.gateway.report.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.returns.ReturnForm.Kind;
import vn.kt1.gateway.report.returns.ReturnForm.Line;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.table.Xlsx;

/**
 * A return as XLSX, which is mailed with the gateway's numbers and mailed back with the reporter's.
 * Its first row says what it is: {@code KT1-RETURN}, version, province, year, reporter.
 */
public final class ReturnSheet {

  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String MARK = "KT1-RETURN";
  private static final Pattern NAME =
      Pattern.compile(
          "KT1-RETURN_([0-9A-Z.]{1,35})_(20[0-9]{2})(?:[^0-9A-Za-z].*)?\\.xlsx",
          Pattern.CASE_INSENSITIVE);
  private static final int[] WIDTHS = {24, 60, 14, 18, 18, 60};
  private static final int ABOUT = 5;
  private static final int VALUE = 4;
  private static final int NOTE = 5;
  private static final int HEADER_ROWS = 3;

  /** What the first row says. */
  public record About(int version, String province, int year, String reporter) {}

  private ReturnSheet() {}

  public static String fileName(Returned form) {
    return "KT1-RETURN_" + form.reporter() + "_" + form.year() + ".xlsx";
  }

  public static boolean isNamed(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  public static byte[] write(Returned form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "KT1", null)) {
      Worksheet sheet = book.newWorksheet("KT1");
      for (int column = 0; column < WIDTHS.length; column++) {
        sheet.width(column, WIDTHS[column]);
      }
      sheet.range(2, 0, 2, WIDTHS.length - 1).style().bold().set();
      row(
          sheet,
          0,
          List.of(
              MARK,
              String.valueOf(ReturnForm.VERSION),
              form.province(),
              String.valueOf(form.year()),
              form.reporter()));
      row(sheet, 1, List.of(Text.of("return.how").in(VIETNAMESE)));
      row(
          sheet,
          2,
          List.of("Mã", "Nội dung", "Đơn vị tính", "Số của cổng", "Số của đơn vị", "Ghi chú"));
      int at = HEADER_ROWS;
      for (Line line : form.form().lines()) {
        line(sheet, at++, line, form.answer(line.key()).orElse(null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the form cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void line(Worksheet sheet, int at, Line line, @Nullable Answer answer) {
    String unit =
        line.kind() == Kind.ITEMS ? "số lượng" : line.kind() == Kind.DONG ? "đồng" : "lời";
    row(sheet, at, List.of(line.key(), line.label(VIETNAMESE), unit));
    if (answer != null) {
      if (answer.gateway() != null) {
        sheet.value(at, VALUE - 1, answer.gateway());
      }
      if (answer.value() != null) {
        sheet.value(at, VALUE, answer.value());
      } else if (answer.words() != null) {
        sheet.value(at, VALUE, answer.words());
      }
      sheet.value(at, NOTE, Objects.requireNonNullElse(answer.note(), ""));
    }
  }

  private static void row(Worksheet sheet, int at, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(at, column, cells.get(column));
    }
  }

  /** Reads a sheet that was filled in. */
  public static final class Reader implements Xlsx.Rows {

    private final List<List<String>> rows = new ArrayList<>();

    private Reader() {}

    /**
     * What it says it is.
     *
     * @throws Rejected as a hand-off is refused: formulas, macros, further sheets; or for another
     *     file than this form
     */
    public static Reader of(byte[] content) {
      Reader reader = new Reader();
      Xlsx.read(content, Xlsx.Limits.usual(), reader);
      return reader;
    }

    @Override
    public void row(int number, List<String> cells) {
      rows.add(cells);
    }

    public About about() {
      List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
      if (first.size() < ABOUT || !cell(first, 0).equals(MARK)) {
        throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
      }
      if (!cell(first, 1).equals(String.valueOf(ReturnForm.VERSION))) {
        throw new Rejected(
            Fault.of(
                Code.BAD_VALUE, "/version", "return-version", String.valueOf(ReturnForm.VERSION)));
      }
      if (!cell(first, 3).matches("20[0-9]{2}")) {
        throw new Rejected(Fault.of(Code.BAD_VALUE, "/year", "return-form"));
      }
      return new About(
          ReturnForm.VERSION,
          cell(first, 2),
          Integer.parseInt(cell(first, 3)),
          UnitCode.normalise(cell(first, 4)));
    }

    /** Every line with an answer. */
    public List<Answer> answers(ReturnForm form) {
      ReturnAnswers answers = new ReturnAnswers(form);
      for (int at = HEADER_ROWS; at < rows.size(); at++) {
        List<String> cells = rows.get(at);
        int row = at - HEADER_ROWS + 1;
        if (cells.size() > WIDTHS.length) {
          answers.fault(row, Fault.of(Code.MALFORMED, "", "row"));
        } else if (!cell(cells, 0).isEmpty()) {
          answers.take(
              "/lines/" + (row - 1), row, cell(cells, 0), cell(cells, VALUE), cell(cells, NOTE));
        }
      }
      return answers.all();
    }

    private static String cell(List<String> cells, int index) {
      return index < cells.size() ? cells.get(index).strip() : "";
    }
  }
}
