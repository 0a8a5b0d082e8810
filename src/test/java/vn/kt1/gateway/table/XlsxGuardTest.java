package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** SYNTHETIC workbooks, each with one thing that nobody sees who reads its first sheet. */
class XlsxGuardTest {

  private static final String SECRET = "SYNTHETIC noi dung";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final byte[] XML = "<a/>".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cells", "parts", "words", "archives"})
  void what_hides_is_refused(String what, Hidden kind, byte[] workbook) {
    Rejected rejected = refused(workbook);
    assertThat(rejected.code()).isEqualTo(Code.CONTENT_NOT_ALLOWED);
    assertThat(kinds(rejected)).contains(kind);
    assertThat(rejected.faults()).doesNotHaveDuplicates();
    assertThat(rejected.faults()).allSatisfy(fault -> assertThat(fault.pointer()).isEmpty());
    assertThat(rejected.toString() + rejected.faults()).doesNotContain(SECRET);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cells", "parts", "words", "archives"})
  void the_posts_files_are_read_all_the_same(String what, Hidden kind, byte[] workbook) {
    assertThat(Xlsx.read(workbook).get(0)).startsWith("envelope_id", "secrecy");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void what_office_programs_write_passes(String what, byte[] workbook) {
    List<List<String>> rows = new ArrayList<>();
    assertThatCode(
            () -> Xlsx.read(workbook, Xlsx.Limits.usual(), (number, cells) -> rows.add(cells)))
        .doesNotThrowAnyException();
    assertThat(rows).first().isEqualTo(List.of("envelope_id", "secrecy"));
  }

  @Test
  void every_kind_of_thing_is_named_once() {
    Rejected rejected =
        refused(
            Books.poi(
                workbook -> {
                  for (int i = 2; i < 5; i++) {
                    workbook.getSheetAt(0).createRow(i).createCell(0).setCellFormula("1+" + i);
                    workbook.createSheet().createRow(0).createCell(0).setCellValue(SECRET);
                  }
                }));
    assertThat(kinds(rejected)).containsExactly(Hidden.FORMULA, Hidden.SHEET);
  }

  @Test
  void every_kind_has_a_case() {
    Set<Object> covered =
        Stream.of(cells(), parts(), words(), archives())
            .flatMap(cases -> cases.map(arguments -> arguments.get()[1]))
            .collect(Collectors.toSet());
    Set<Hidden> elsewhere = EnumSet.of(Hidden.ROW, Hidden.COLUMN, Hidden.UNSEEN_CELL);
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        poi(
            "a formula",
            Hidden.FORMULA,
            w -> sheet(w).createRow(2).createCell(0).setCellFormula("1+1")),
        poi("a note", Hidden.COMMENT, XlsxGuardTest::comment),
        poi("a web address", Hidden.LINK, XlsxGuardTest::hyperlink),
        poi("a second sheet", Hidden.SHEET, w -> further(w, SheetVisibility.VISIBLE)),
        poi("a hidden sheet", Hidden.SHEET, w -> further(w, SheetVisibility.HIDDEN)),
        poi("a very hidden sheet", Hidden.SHEET, w -> further(w, SheetVisibility.VERY_HIDDEN)),
        poi("a text under a merged cell", Hidden.HIDDEN_TEXT, XlsxGuardTest::covered),
        poi("a text that was deleted", Hidden.LEFT_OVER, XlsxGuardTest::deleted),
        poi("a reading aid", Hidden.HIDDEN_TEXT, XlsxGuardTest::phonetic),
        poi("a hint", Hidden.RULE, XlsxGuardTest::hint),
        made(
            "a scenario",
            Hidden.HIDDEN_TEXT,
            Books.apart()
                .change(
                    Books.SHEET,
                    "</sheetData>",
                    "</sheetData><scenarios><scenario name=\"a\"><inputCells r=\"A1\" val=\""
                        + SECRET
                        + "\"/></scenario></scenarios>")),
        made(
            "two values in a cell",
            Hidden.HIDDEN_TEXT,
            Books.apart()
                .change(
                    Books.SHEET,
                    "</row></sheetData>",
                    "<c r=\"C2\"><v>1</v><is><t>" + SECRET + "</t></is></c></row></sheetData>")),
        made(
            "text beside the cells",
            Hidden.HIDDEN_TEXT,
            Books.apart()
                .change(Books.SHEET, "</row></sheetData>", SECRET + "</row></sheetData>")));
  }

  static Stream<Arguments> parts() {
    return Stream.of(
        poi("a macro", Hidden.MACRO, w -> w.setVBAProject(new ByteArrayInputStream(XML))),
        poi("a picture", Hidden.PICTURE, XlsxGuardTest::picture),
        poi("a chart", Hidden.PICTURE, XlsxGuardTest::chart),
        part(
            "a macro sheet",
            Hidden.MACRO,
            "xl/macrosheets/sheet1.xml",
            "application/vnd.ms-excel.macrosheet+xml"),
        part(
            "a dialog",
            Hidden.MACRO,
            "xl/dialogsheets/sheet1.xml",
            OFFICE + "spreadsheetml.dialogsheet+xml"),
        part(
            "a conversation",
            Hidden.COMMENT,
            "xl/threadedComments/a.xml",
            "application/vnd.ms-excel.threadedcomments+xml"),
        part(
            "an OLE object", Hidden.EMBEDDED, "xl/embeddings/oleObject1.bin", OFFICE + "oleObject"),
        part(
            "a document",
            Hidden.EMBEDDED,
            "xl/embeddings/a.docx",
            OFFICE + "wordprocessingml.document"),
        part(
            "a control",
            Hidden.EMBEDDED,
            "xl/activeX/activeX1.xml",
            "application/vnd.ms-office.activeX+xml"),
        part("a preview", Hidden.PICTURE, "docProps/thumbnail.jpeg", "image/jpeg"),
        part(
            "another workbook",
            Hidden.LINK,
            "xl/externalLinks/a.xml",
            OFFICE + "spreadsheetml.externalLink+xml"),
        part(
            "a connection",
            Hidden.LINK,
            "xl/connections.xml",
            OFFICE + "spreadsheetml.connections+xml"),
        part(
            "a query",
            Hidden.LINK,
            "xl/queryTables/a.xml",
            OFFICE + "spreadsheetml.queryTable+xml"),
        part(
            "a pivot's data",
            Hidden.PIVOT,
            "xl/pivotCache/a.xml",
            OFFICE + "spreadsheetml.pivotCacheRecords+xml"),
        part("custom XML", Hidden.PART, "customXml/item1.xml", "application/xml"),
        part("a part of no type", Hidden.PART, "xl/a.zzz", ""),
        part("an unknown part", Hidden.PART, "xl/a.xml", "application/vnd.a+xml"),
        part(
            "more shared strings",
            Hidden.PART,
            "xl/s.xml",
            OFFICE + "spreadsheetml.sharedStrings+xml"),
        part(
            "another list of sheets",
            Hidden.PART,
            "xl/w.xml",
            OFFICE + "spreadsheetml.sheet.main+xml"),
        made(
            "a sheet nothing points at",
            Hidden.SHEET,
            Books.apart()
                .typed(
                    "xl/worksheets/sheet9.xml",
                    OFFICE + "spreadsheetml.worksheet+xml",
                    Books.apart().text(Books.SHEET).getBytes(StandardCharsets.UTF_8))),
        made(
            "a picture among the printers",
            Hidden.PRINTER,
            Books.apart()
                .typed(
                    "xl/printerSettings/printerSettings1.bin",
                    OFFICE + "spreadsheetml.printerSettings",
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', 0})));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        poi(
            "a title",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setTitle(SECRET)),
        poi(
            "a subject",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setSubjectProperty(SECRET)),
        poi(
            "a description",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setDescription(SECRET)),
        poi(
            "keywords",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setKeywords(SECRET)),
        poi(
            "a category",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setCategory(SECRET)),
        poi(
            "a status",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setContentStatus(SECRET)),
        poi(
            "a property made up",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCustomProperties().addProperty("a", SECRET)),
        poi(
            "a long author",
            Hidden.PROPERTIES,
            w -> w.getProperties().getCoreProperties().setCreator("a".repeat(201))),
        poi("a header", Hidden.HEADER_FOOTER, w -> sheet(w).getHeader().setCenter(SECRET)),
        poi(
            "a footer of an empty sheet",
            Hidden.HEADER_FOOTER,
            w -> w.createSheet().getFooter().setLeft(SECRET)),
        poi("a name for a text", Hidden.NAME, w -> name(w, "\"" + SECRET + "\"")),
        poi("a name for a formula", Hidden.NAME, w -> name(w, "SUM('Bàn giao'!$A$1:$A$2)")),
        made(
            "a style of one's own",
            Hidden.STYLE,
            Books.apart()
                .change(
                    "xl/styles.xml",
                    "</styleSheet>",
                    "<cellStyles><cellStyle name=\"" + SECRET + "\"/></cellStyles></styleSheet>")),
        made(
            "an attribute nobody writes",
            Hidden.MARKUP,
            Books.apart().change(Books.SHEET, "<sheetData>", "<sheetData ghichu=\"a\">")),
        poi("a name with a note", Hidden.NAME, w -> name(w, "'Bàn giao'!$A$1").setComment(SECRET)));
  }

  static Stream<Arguments> archives() {
    byte[] plain = Books.plain();
    byte[] remark = Arrays.copyOf(plain, plain.length + 3);
    remark[plain.length - 2] = 3;
    return Stream.of(
        arguments("a remark on the archive", Hidden.PART, remark),
        arguments("a remark on an entry", Hidden.PART, Zips.remarked(plain, SECRET)),
        arguments("bytes between the parts", Hidden.PART, Zips.parted(plain, SECRET)));
  }

  static Stream<Arguments> harmless() {
    String settings = "xl/printerSettings/printerSettings1.bin";
    return Stream.of(
        arguments("a plain one", Books.plain()),
        arguments("one more sheet, empty", Books.poi(XSSFWorkbook::createSheet)),
        arguments("filters and titles", Books.poi(XlsxGuardTest::printed)),
        arguments("a list of degrees", Books.poi(XlsxGuardTest::list)),
        arguments("a page number", Books.poi(XlsxGuardTest::pageNumber)),
        arguments("a place in the sheet", Books.poi(XlsxGuardTest::inside)),
        arguments(
            "a title of nobody's",
            Books.poi(w -> w.getProperties().getCoreProperties().setTitle("Untitled Spreadsheet"))),
        arguments(
            "an author",
            Books.poi(w -> w.getProperties().getCoreProperties().setCreator("SYNTHETIC"))),
        arguments(
            "an office program's build",
            Books.poi(
                w ->
                    w.getProperties()
                        .getCustomProperties()
                        .addProperty("KSOProductBuildVer", "1033-11.2.0.1"))),
        arguments(
            "a printer",
            Books.apart()
                .typed(
                    settings,
                    OFFICE + "spreadsheetml.printerSettings",
                    Printers.settings("SYNTHETIC A4"))
                .zip()),
        arguments(
            "a sheet for pictures without one",
            Books.apart()
                .typed(
                    "xl/drawings/drawing1.xml",
                    OFFICE + "drawing+xml",
                    "<xdr:wsDr xmlns:xdr=\"urn:a\"/>".getBytes(StandardCharsets.UTF_8))
                .zip()),
        arguments("one written in a stream", Zips.streamed(plainRows())),
        arguments("one of fastexcel", Zips.fast(plainRows())));
  }

  private static List<String> plainRows() {
    return List.of("envelope_id", "secrecy");
  }

  private static Rejected refused(byte[] workbook) {
    return catchThrowableOfType(
        Rejected.class,
        () ->
            Xlsx.read(
                workbook,
                Xlsx.Limits.usual(),
                (number, cells) -> {
                  throw new AssertionError("a row of a refused workbook");
                }));
  }

  private static List<Hidden> kinds(Rejected rejected) {
    return rejected.faults().stream().map(XlsxGuardTest::kind).toList();
  }

  /** The kind whose sentence it is, whatever place it names. */
  private static Hidden kind(Fault fault) {
    return Stream.of(Hidden.values())
        .filter(
            kind -> {
              String[] around = kind.fault("#").detail().en().split("#", -1);
              String said = fault.detail().en();
              return said.startsWith(around[0]) && said.endsWith(around[around.length - 1]);
            })
        .findFirst()
        .orElseThrow();
  }

  private static Arguments poi(String what, Hidden kind, Books.Change change) {
    return arguments(what, kind, Books.poi(change));
  }

  private static Arguments made(String what, Hidden kind, Books books) {
    return arguments(what, kind, books.zip());
  }

  private static Arguments part(String what, Hidden kind, String name, String type) {
    Books books = Books.apart();
    return made(what, kind, type.isEmpty() ? books.with(name, XML) : books.typed(name, type, XML));
  }

  private static XSSFSheet sheet(XSSFWorkbook workbook) {
    return workbook.getSheetAt(0);
  }

  private static void comment(XSSFWorkbook workbook) {
    var comment =
        sheet(workbook).createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
    comment.setString(new XSSFRichTextString(SECRET));
    sheet(workbook).getRow(0).getCell(0).setCellComment(comment);
  }

  private static void hyperlink(XSSFWorkbook workbook) {
    link(workbook, HyperlinkType.URL, "https://example.invalid/a");
  }

  private static void inside(XSSFWorkbook workbook) {
    link(workbook, HyperlinkType.DOCUMENT, "'Bàn giao'!A1");
  }

  private static void link(XSSFWorkbook workbook, HyperlinkType type, String address) {
    XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(type);
    link.setAddress(address);
    sheet(workbook).getRow(1).getCell(0).setHyperlink(link);
  }

  private static void further(XSSFWorkbook workbook, SheetVisibility visibility) {
    workbook.createSheet().createRow(9).createCell(9).setCellValue(SECRET);
    workbook.setSheetVisibility(1, visibility);
  }

  private static void covered(XSSFWorkbook workbook) {
    Books.cell(workbook, 2, 0, "A-2");
    Books.cell(workbook, 3, 0, SECRET);
    sheet(workbook).addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
  }

  private static void deleted(XSSFWorkbook workbook) {
    Books.cell(workbook, 2, 0, SECRET);
    Books.cell(workbook, 2, 0, "A-2");
  }

  private static void phonetic(XSSFWorkbook workbook) {
    XSSFRichTextString text = new XSSFRichTextString("A-2");
    var run = text.getCTRst().addNewRPh();
    run.setT(SECRET);
    run.setSb(0);
    run.setEb(1);
    sheet(workbook).createRow(2).createCell(0).setCellValue(text);
  }

  private static void hint(XSSFWorkbook workbook) {
    var validation = list(workbook);
    validation.createPromptBox("a", SECRET);
    sheet(workbook).addValidationData(validation);
  }

  private static DataValidation list(XSSFWorkbook workbook) {
    var helper = sheet(workbook).getDataValidationHelper();
    var degrees = helper.createExplicitListConstraint(new String[] {"Mật", "Tối mật"});
    var validation = helper.createValidation(degrees, new CellRangeAddressList(1, 9, 1, 1));
    sheet(workbook).addValidationData(validation);
    return validation;
  }

  private static void printed(XSSFWorkbook workbook) {
    workbook.setPrintArea(0, 0, 1, 0, 1);
    sheet(workbook).setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet(workbook).setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
    sheet(workbook).setAutoFilter(CellRangeAddress.valueOf("A1:B2"));
  }

  private static void pageNumber(XSSFWorkbook workbook) {
    sheet(workbook).getHeader().setCenter("&\"Times New Roman,Regular\"&12&A");
    sheet(workbook).getFooter().setCenter("&\"Times New Roman,Regular\"&12Trang &P/&N");
  }

  private static XSSFName name(XSSFWorkbook workbook, String formula) {
    var name = workbook.createName();
    name.setNameName("a_name");
    name.setRefersToFormula(formula);
    return name;
  }

  private static void picture(XSSFWorkbook workbook) {
    int picture = workbook.addPicture(XML, XSSFWorkbook.PICTURE_TYPE_PNG);
    sheet(workbook).createDrawingPatriarch().createPicture(new XSSFClientAnchor(), picture);
  }

  private static void chart(XSSFWorkbook workbook) {
    sheet(workbook).createDrawingPatriarch().createChart(new XSSFClientAnchor());
  }
}
