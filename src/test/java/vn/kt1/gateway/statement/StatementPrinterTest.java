package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class StatementPrinterTest {

  private static final Path GOLDEN = Path.of("src/test/resources/statement/statement.txt");

  private final StatementPrinter printer = new StatementPrinter();

  @Test
  void the_page_says_what_it_said() throws IOException {
    String text = text(printer.print(Months.month(1)));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void the_same_statement_is_the_same_bytes_and_heads_and_page_numbers_repeat() throws IOException {
    byte[] pdf = printer.print(Months.month(20));
    assertThat(printer.print(Months.month(20))).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(2);
      stripper.setEndPage(2);
      assertThat(stripper.getText(document)).contains("Các phần của cước", "Trang 2/" + pages);
    }
  }

  @Test
  void numbers_of_the_workbook_are_numbers_and_none_is_a_formula() throws IOException {
    byte[] xlsx = StatementWorkbook.of(Months.month(1));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(Months.ROWS.size());
      assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("KT1 B");
      assertThat(sheet.getRow(2).getCell(7).getNumericCellValue()).isEqualTo(52_273);
      assertThat(sheet.getRow(5).getCell(11).getStringCellValue())
          .isEqualTo("vùng, giá Hỏa tốc Hẹn giờ");
      for (Sheet one : book) {
        for (Row row : one) {
          row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
        }
      }
    }
  }

  private static String text(byte[] pdf) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.write(Path.of("target/statement.pdf"), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace("\r", "");
    }
  }
}
