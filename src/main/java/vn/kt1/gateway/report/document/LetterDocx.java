package vn.kt1.gateway.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import vn.kt1.gateway.report.document.Letter.Bars;
import vn.kt1.gateway.report.document.Letter.Block;
import vn.kt1.gateway.report.document.Letter.Heading;
import vn.kt1.gateway.report.document.Letter.Paragraph;
import vn.kt1.gateway.report.document.Letter.Table;

/**
 * The letter as a Word document that the Department goes on with: Times New Roman, margins, sizes
 * and places by NĐ 30/2020/NĐ-CP, Phụ lục I.
 */
public final class LetterDocx {

  private static final String FONT = "Times New Roman";

  // Twentieths of a point: A4, margins of 20, 30 and 15 mm, a first line of 1.27 cm.
  private static final int WIDTH = 11906;
  private static final int HEIGHT = 16838;
  private static final int MM = 57;
  private static final int TEXT_WIDTH = WIDTH - 45 * MM;
  private static final int FIRST_LINE = 720;
  private static final int BEFORE_PARAGRAPH = 120;

  private static final int BODY_SIZE = 13;
  private static final int TABLE_SIZE = 10;
  private static final int HEAD_SIZE = 12;
  private static final int COPIES_SIZE = 11;
  private static final int STAMP_SIZE = 8;
  private static final int RULE_SIZE = 6;

  private final XWPFDocument document = new XWPFDocument();

  private LetterDocx() {}

  public static byte[] of(Letter letter) {
    LetterDocx docx = new LetterDocx();
    try (XWPFDocument document = docx.document) {
      docx.page(letter);
      docx.head(letter);
      docx.title(letter);
      letter.body().forEach(docx::block);
      docx.signature(letter);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the letter cannot be written", e);
    }
  }

  /** The number of a page stands in the middle of the top margin, but not on the first page. */
  private void page(Letter letter) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(WIDTH));
    size.setH(BigInteger.valueOf(HEIGHT));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(20 * MM));
    margin.setBottom(BigInteger.valueOf(20 * MM));
    margin.setLeft(BigInteger.valueOf(30 * MM));
    margin.setRight(BigInteger.valueOf(15 * MM));
    section.addNewTitlePg();
    document.createHeader(HeaderFooterType.FIRST).createParagraph();
    XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
    XWPFParagraph number = header.createParagraph();
    number.setAlignment(ParagraphAlignment.CENTER);
    number.getCTP().addNewFldSimple().setInstr("PAGE");
    stamp(document.createFooter(HeaderFooterType.FIRST).createParagraph(), letter);
    stamp(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), letter);
  }

  private static void stamp(XWPFParagraph foot, Letter letter) {
    foot.setAlignment(ParagraphAlignment.CENTER);
    run(foot, letter.stamp(), STAMP_SIZE, false, false);
  }

  private void head(Letter letter) {
    XWPFTable table = borderless(1, 2);
    XWPFTableCell left = table.getRow(0).getCell(0);
    line(left, letter.parent(), HEAD_SIZE, false, false);
    line(left, letter.issuer(), HEAD_SIZE, true, false);
    rule(line(left, "", HEAD_SIZE, false, false), 8);
    line(left, letter.number(), BODY_SIZE, false, false);
    XWPFTableCell right = table.getRow(0).getCell(1);
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", HEAD_SIZE, true, false);
    line(right, "Độc lập - Tự do - Hạnh phúc", BODY_SIZE, true, false);
    rule(line(right, "", HEAD_SIZE, false, false), 28);
    line(right, letter.dated(), BODY_SIZE, false, true);
    widths(table, List.of(40, 60));
  }

  private static void rule(XWPFParagraph line, int length) {
    run(line, "―".repeat(length), RULE_SIZE, true, false);
  }

  private void title(Letter letter) {
    centred(letter.title(), true, 400);
    centred(letter.subject(), true, 0);
    rule(centred("", false, 0), 18);
    List<String> to = letter.to();
    if (to.size() == 1) {
      centred("Kính gửi: " + to.get(0) + ".", false, 240);
    } else {
      centred("Kính gửi:", false, 240);
      for (int i = 0; i < to.size(); i++) {
        centred("- " + to.get(i) + (i == to.size() - 1 ? "." : ";"), false, 0);
      }
    }
  }

  private XWPFParagraph centred(String text, boolean bold, int before) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingBefore(before);
    run(paragraph, text, BODY_SIZE, bold, false);
    return paragraph;
  }

  private void block(Block block) {
    if (block instanceof Heading heading) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setSpacingBefore(2 * BEFORE_PARAGRAPH);
      paragraph.setKeepNext(true);
      paragraph.setIndentationFirstLine(FIRST_LINE);
      run(paragraph, heading.text(), BODY_SIZE, true, false);
    } else if (block instanceof Paragraph text) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setAlignment(ParagraphAlignment.BOTH);
      paragraph.setSpacingBefore(BEFORE_PARAGRAPH);
      paragraph.setIndentationFirstLine(FIRST_LINE);
      run(paragraph, text.text(), BODY_SIZE, false, false);
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Bars bars) {
      bars(bars);
    }
  }

  private void caption(String text) {
    XWPFParagraph caption = document.createParagraph();
    caption.setSpacingBefore(BEFORE_PARAGRAPH);
    caption.setKeepNext(true);
    run(caption, text, COPIES_SIZE, false, true);
  }

  private void table(Table table) {
    caption(table.caption());
    int columns = table.header().size();
    XWPFTable grid = document.createTable(table.rows().size() + 1, columns);
    grid.setWidth("100%");
    for (int column = 0; column < columns; column++) {
      cell(grid, 0, column, table.header().get(column), true);
    }
    grid.getRow(0).setRepeatHeader(true);
    for (int row = 0; row < table.rows().size(); row++) {
      grid.getRow(row + 1).setCantSplitRow(true);
      for (int column = 0; column < columns; column++) {
        cell(grid, row + 1, column, table.rows().get(row).get(column), false);
      }
    }
  }

  private static void cell(XWPFTable grid, int row, int column, String text, boolean head) {
    XWPFParagraph paragraph = grid.getRow(row).getCell(column).getParagraphs().get(0);
    ParagraphAlignment side =
        Table.isNumber(text) ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
    paragraph.setAlignment(head ? ParagraphAlignment.CENTER : side);
    run(paragraph, text, TABLE_SIZE, head, false);
  }

  private void bars(Bars bars) {
    try {
      BarChart.fill(document.createChart(Units.toEMU(440), Units.toEMU(190)), bars);
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalStateException("the chart cannot be written", e);
    }
  }

  private void signature(Letter letter) {
    document.createParagraph().setSpacingBefore(2 * BEFORE_PARAGRAPH);
    XWPFTable table = borderless(1, 2);
    XWPFTableCell left = table.getRow(0).getCell(0);
    XWPFParagraph label = left.getParagraphs().get(0);
    XWPFRun words = run(label, "Nơi nhận:", HEAD_SIZE, true, true);
    words.setItalic(true);
    List<String> copies = letter.copies();
    for (int i = 0; i < copies.size(); i++) {
      XWPFParagraph copy = left.addParagraph();
      run(
          copy,
          "- " + copies.get(i) + (i == copies.size() - 1 ? "." : ";"),
          COPIES_SIZE,
          false,
          false);
    }
    XWPFTableCell right = table.getRow(0).getCell(1);
    line(right, letter.authority(), BODY_SIZE, true, false);
    if (letter.head().title() != null) {
      line(right, letter.head().title(), BODY_SIZE, true, false);
    }
    widths(table, List.of(50, 50));
  }

  private XWPFTable borderless(int rows, int columns) {
    XWPFTable table = document.createTable(rows, columns);
    table.setWidth("100%");
    table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
    table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
    return table;
  }

  private static void widths(XWPFTable table, List<Integer> percent) {
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    for (int column = 0; column < percent.size(); column++) {
      CTTblGridCol width =
          column < grid.sizeOfGridColArray() ? grid.getGridColArray(column) : grid.addNewGridCol();
      width.setW(BigInteger.valueOf((long) TEXT_WIDTH * percent.get(column) / 100));
    }
    for (int column = 0; column < percent.size(); column++) {
      table.getRow(0).getCell(column).setWidth(percent.get(column) + "%");
    }
  }

  private static XWPFParagraph line(
      XWPFTableCell cell, String text, int size, boolean bold, boolean italic) {
    XWPFParagraph first = cell.getParagraphs().get(0);
    XWPFParagraph paragraph = first.getRuns().isEmpty() ? first : cell.addParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, text, size, bold, italic);
    return paragraph;
  }

  private static XWPFRun run(
      XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(size);
    run.setBold(bold);
    run.setItalic(italic);
    run.setText(text);
    return run;
  }
}
