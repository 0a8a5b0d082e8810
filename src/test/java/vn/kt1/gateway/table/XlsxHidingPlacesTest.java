package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * A text of the sender's beside the cells, wherever a workbook has room for one, is refused; what
 * office programs write there passes. SYNTHETIC.
 */
class XlsxHidingPlacesTest {

  /** What may hide: a sentence with and without marks, one word, a stamp, bytes. */
  private static final List<String> CONTENTS =
      List.of(
          "Kế hoạch diễn tập khu vực phòng thủ",
          "Ke hoach dien tap khu vuc phong thu",
          "Kehoachdientapkhuvucphongthu",
          "TUYỆT MẬT",
          "S2UgaG9hY2ggZGllbiB0YXAga2h1IHZ1YyBwaG9uZyB0aHU");

  private static final String STYLES = "xl/styles.xml";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String APP = "docProps/app.xml";
  private static final String CORE = "docProps/core.xml";
  private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

  /** A place: a part, what stands there, and with what in its stead ({@code @} is the content). */
  record Room(String what, String part, String from, String to) {
    byte[] holding(String content) {
      return Books.apart().change(part, from, to.replace("@", content)).zip();
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static List<Room> rooms() {
    List<Room> rooms = new ArrayList<>();
    sheet(rooms, "a hint", "<dataValidation type=\"list\" sqref=\"A1\" prompt=\"@\"/>");
    sheet(rooms, "the title of a hint", "<dataValidation sqref=\"A1\" promptTitle=\"@\"/>");
    sheet(rooms, "an error", "<dataValidation sqref=\"A1\" error=\"@\" errorTitle=\"\"/>");
    sheet(rooms, "the title of an error", "<dataValidation sqref=\"A1\" errorTitle=\"@\"/>");
    sheet(
        rooms,
        "a list to choose from",
        "<dataValidation sqref=\"A1\"><formula1>\"Mật,@ 1\"</formula1></dataValidation>");
    sheet(
        rooms,
        "a rule's formula",
        "<conditionalFormatting sqref=\"A1\"><cfRule><formula>A1=\"@ 1\"</formula></cfRule>"
            + "</conditionalFormatting>");
    sheet(
        rooms,
        "a rule's text",
        "<conditionalFormatting sqref=\"A1\"><cfRule text=\"@\"/></conditionalFormatting>");
    sheet(rooms, "a filter", "<autoFilter ref=\"A1:B2\"><filter val=\"@\"/></autoFilter>");
    sheet(rooms, "a protected range", "<protectedRange name=\"@\" sqref=\"A1\"/>");
    sheet(rooms, "a scenario", "<scenarios><scenario name=\"@\" comment=\"@\"/></scenarios>");
    sheet(rooms, "a tool tip", "<hyperlinks><hyperlink ref=\"A1\" tooltip=\"@\"/></hyperlinks>");
    sheet(rooms, "a view", "<customSheetViews><customSheetView guid=\"@\"/></customSheetViews>");
    sheet(rooms, "an unknown attribute", "<sheetProtection note=\"@\"/>");
    sheet(rooms, "a known attribute", "<phoneticPr type=\"@\"/>");
    sheet(rooms, "an unknown element", "<ghichu>@</ghichu>");
    sheet(rooms, "a namespace", "<a xmlns=\"urn:@\"/>");
    sheet(
        rooms,
        "an extension",
        "<extLst><ext uri=\"{1}\"><x14:a xmlns:x14=\"" + X14 + "\" note=\"@\"/></ext></extLst>");
    sheet(
        rooms,
        "an extension's formula",
        "<extLst><ext uri=\"{1}\" xmlns:x14=\""
            + X14
            + "\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
            + "<x14:cfRule><xm:f>A1=\"@ 1\"</xm:f></x14:cfRule></ext></extLst>");
    sheet(rooms, "a header", "<headerFooter><oddHeader>&amp;C@</oddHeader></headerFooter>");
    sheet(
        rooms,
        "the font of a footer",
        "<headerFooter><oddFooter>&amp;\"@\"&amp;P</oddFooter></headerFooter>");
    rooms.add(
        new Room(
            "a sheet's code", Books.SHEET, "<dimension", "<sheetPr codeName=\"@\"/><dimension"));
    rooms.add(
        new Room(
            "a type of cells", Books.SHEET, "<c r=\"A1\"", "<c r=\"C1\" t=\"@\"/><c r=\"A1\""));
    styles(rooms, "a style", "<cellStyles><cellStyle name=\"@\" xfId=\"0\"/></cellStyles>");
    styles(
        rooms,
        "a built-in style",
        "<cellStyles><cellStyle name=\"@\" builtinId=\"0\"/></cellStyles>");
    styles(rooms, "a table style", "<tableStyles defaultTableStyle=\"@\"/>");
    styles(
        rooms,
        "a number format",
        "<numFmts><numFmt numFmtId=\"200\" formatCode=\"&quot;@&quot;0\"/></numFmts>");
    styles(
        rooms,
        "the format of a rule",
        "<dxfs><dxf><numFmt numFmtId=\"200\" formatCode=\"&quot;@&quot;0\"/></dxf></dxfs>");
    styles(rooms, "an extension of styles", "<extLst><ext uri=\"@\"/></extLst>");
    workbook(
        rooms,
        "a name",
        "<definedNames><definedName name=\"@\">'Bàn giao'!$A$1</definedName></definedNames>");
    workbook(
        rooms,
        "a range on no sheet",
        "<definedNames><definedName name=\"_xlnm.Print_Area\">'@'!$A$1</definedName></definedNames>");
    workbook(
        rooms,
        "a view of the workbook",
        "<customWorkbookViews><customWorkbookView name=\"@\"/></customWorkbookViews>");
    workbook(rooms, "a code of the workbook", "<fileVersion codeName=\"@\"/>");
    workbook(
        rooms,
        "a publication",
        "<webPublishObjects><webPublishObject title=\"@\" id=\"1\"/></webPublishObjects>");
    rooms.add(new Room("a manager", APP, "</Properties>", "<Manager>@</Manager></Properties>"));
    rooms.add(new Room("a template", APP, "</Properties>", "<Template>@</Template></Properties>"));
    rooms.add(
        new Room(
            "a base of links",
            APP,
            "</Properties>",
            "<HyperlinkBase>@</HyperlinkBase></Properties>"));
    rooms.add(
        new Room(
            "a property's version",
            CORE,
            "</cp:coreProperties>",
            "<cp:version>@</cp:version></cp:coreProperties>"));
    rooms.add(
        new Room(
            "a property's language",
            CORE,
            "</cp:coreProperties>",
            "<cp:revision>@</cp:revision></cp:coreProperties>"));
    rooms.add(new Room("the id of a relation", "_rels/.rels", "Id=\"rId1\"", "Id=\"@\""));
    rooms.add(
        new Room(
            "a type",
            Books.TYPES,
            "</Types>",
            "<Default Extension=\"a\" ContentType=\"@\"/></Types>"));
    rooms.add(
        new Room(
            "an ending",
            Books.TYPES,
            "</Types>",
            "<Default Extension=\"@\" ContentType=\"image/png\"/></Types>"));
    return rooms;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  void no_room_holds_a_text(Room room) {
    for (String content : CONTENTS) {
      Rejected rejected = refused(room.holding(content));
      assertThat(rejected).as("%s: %s", room, content).isNotNull();
      assertThat(rejected.code()).isEqualTo(Code.CONTENT_NOT_ALLOWED);
      assertThat(rejected.faults().toString()).doesNotContain(content);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void the_places_of_the_archive_hold_none_either(String what, byte[] workbook) {
    assertThat(refused(workbook)).isNotNull();
  }

  static Stream<Arguments> the_places_of_the_archive_hold_none_either() {
    String settings = "xl/printerSettings/printerSettings1.bin";
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings";
    List<Arguments> cases = new ArrayList<>();
    cases.add(arguments("the name of a part", part("xl/worksheets/" + "Ke hoach" + ".xml")));
    cases.add(arguments("the name of a folder", Books.apart().with("Ke hoach/", "").zip()));
    cases.add(arguments("an extra field", Zips.extra(Books.plain(), 0x7075, "Ke hoach dien tap")));
    cases.add(
        arguments("an owner of many letters", Zips.extra(Books.plain(), 0x7855, "a".repeat(99))));
    cases.add(arguments("room for growth", Zips.extra(Books.plain(), 0xA220, "....Ke hoach")));
    for (String content : CONTENTS.subList(0, 2)) {
      for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        byte[] driver = new byte[400];
        byte[] text = content.getBytes(charset);
        System.arraycopy(text, 0, driver, 51, text.length);
        byte[] printer = Printers.settings("SYNTHETIC", driver);
        cases.add(
            arguments("a printer " + charset, Books.apart().typed(settings, type, printer).zip()));
      }
      byte[] bare = content.repeat(9).getBytes(StandardCharsets.UTF_8);
      cases.add(arguments("no printer", Books.apart().typed(settings, type, bare).zip()));
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void what_programs_write_there_passes(Room room) {
    for (String content : room.to().split("\\|\\|")) {
      byte[] workbook = Books.apart().change(room.part(), room.from(), content).zip();
      Rejected rejected = refused(workbook);
      assertThat(rejected == null ? List.of() : rejected.faults()).as(content).isEmpty();
    }
  }

  static List<Room> what_programs_write_there_passes() {
    List<Room> rooms = new ArrayList<>();
    sheet(
        rooms,
        "lists to choose from",
        "<dataValidation sqref=\"A1\"><formula1>\"Mật,Tối mật,Tuyệt mật,Thường\"</formula1>"
            + "</dataValidation>||<dataValidation sqref=\"A1\"><formula1>\"Có,Không\"</formula1>"
            + "<formula2>$A$1:$B$9</formula2></dataValidation>||"
            + "<dataValidation sqref=\"A1\"><formula1>'Bàn giao'!$A$1:$A$2</formula1>"
            + "</dataValidation>");
    sheet(
        rooms,
        "rules that colour",
        "<conditionalFormatting sqref=\"B1:B9\"><cfRule type=\"containsText\" dxfId=\"0\""
            + " priority=\"1\" operator=\"containsText\" text=\"Mật\"><formula>NOT(ISERROR("
            + "SEARCH(\"Mật\",B1)))</formula></cfRule></conditionalFormatting>||"
            + "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\"><formula>AND("
            + "LEN(TRIM($A1))=0,MOD(ROW(),2)=0,$B1&lt;TODAY())</formula></cfRule>"
            + "</conditionalFormatting>");
    sheet(
        rooms,
        "a filter of what is shown",
        "<autoFilter ref=\"A1:B2\"><filter val=\"Mật\"/></autoFilter>");
    sheet(
        rooms,
        "a locked sheet",
        "<sheetProtection algorithmName=\"SHA-512\" hashValue=\""
            + "Ab+/".repeat(21)
            + "Ab==\""
            + " saltValue=\"AAAAAAAAAAAAAAAAAAAAAA==\" spinCount=\"100000\" sheet=\"1\"/>");
    sheet(
        rooms,
        "a page",
        "<headerFooter><oddFooter>&amp;LTrang số &amp;P/&amp;N&amp;RIn lúc &amp;D"
            + "</oddFooter></headerFooter>||<headerFooter><oddFooter>&amp;C&amp;\"Times New Roman,"
            + "Regular\"&amp;12Page &amp;P of &amp;N</oddFooter></headerFooter>");
    styles(
        rooms,
        "number formats",
        Stream.of(
                "dd/mm/yyyy\\ hh:mm",
                "_(* #,##0_);_(* \\(#,##0\\);_(* &quot;-&quot;??_);_(@_)",
                "_-* #,##0.00\\ _₫_-;\\-* #,##0.00\\ _₫_-;_-* &quot;-&quot;??\\ _₫_-;_-@_-",
                "_-* #,##0\\ &quot;VNĐ&quot;_-;\\-* #,##0\\ _V_N_Đ_-",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "[$-42A]dd\\ mmmm\\ yyyy;@",
                "&quot;Ngày &quot;dd&quot; tháng &quot;mm&quot; năm &quot;yyyy",
                "0.00E+00",
                "[Red]\\-0;[Blue]0",
                "h:mm:ss\\ AM/PM",
                "&quot;上午/下午 &quot;hh&quot;時&quot;mm&quot;分&quot;ss&quot;秒 &quot;",
                "00000")
            .map(
                code -> "<numFmts><numFmt numFmtId=\"200\" formatCode=\"" + code + "\"/></numFmts>")
            .collect(java.util.stream.Collectors.joining("||")));
    styles(
        rooms,
        "styles",
        "<cellStyles><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>||"
            + "<cellStyles><cellStyle name=\"Comma [0] 2 3\"/></cellStyles>||"
            + "<cellStyles><cellStyle name=\"20% - Accent1\" builtinId=\"30\"/></cellStyles>||"
            + "<cellStyles><cellStyle name=\"Bình thường\" builtinId=\"0\"/></cellStyles>||"
            + "<cellStyles><cellStyle name=\"Normal_Sheet1\"/></cellStyles>||"
            + "<fonts><font><name val=\".VnTime\"/></font></fonts>||"
            + "<fonts><font><name val=\"UTM Avo\"/></font></fonts>||"
            + "<fonts><font><name val=\"ＭＳ Ｐゴシック\"/></font></fonts>");
    workbook(
        rooms,
        "what Excel keeps of itself",
        "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"
            + "2006\"><mc:Choice Requires=\"x15\"><x15ac:absPath url=\"D:\\SYNTHETIC\\Bàn giao\\\""
            + " xmlns:x15ac=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac\"/>"
            + "</mc:Choice></mc:AlternateContent>||<xr:revisionPtr xmlns:xr=\"http://schemas."
            + "microsoft.com/office/spreadsheetml/2014/revision\" revIDLastSave=\"0\" documentId="
            + "\"13_ncr:1_{3A1F4C80-6D1F-4F3C-9D4F-3F0F6D0A6C11}\" xr6:coauthVersionLast=\"47\""
            + " xmlns:xr6=\"http://schemas.microsoft.com/office/spreadsheetml/2016/revision6\"/>||"
            + "<extLst><ext uri=\"{140A7094-0E35-4892-8432-C4D2E57EDEB5}\" xmlns:x15=\"http://"
            + "schemas.microsoft.com/office/spreadsheetml/2010/11/main\"><x15:workbookPr"
            + " chartTrackingRefBase=\"1\"/></ext><ext uri=\"{B58B0392-4F1F-4190-BB64-5DF3571DCE5F"
            + "}\" xmlns:xcalcf=\"http://schemas.microsoft.com/office/spreadsheetml/2018/"
            + "calcfeatures\"><xcalcf:calcFeatures><xcalcf:feature name=\"microsoft.com:LAMBDA_WF\""
            + "/></xcalcf:calcFeatures></ext></extLst>");
    workbook(
        rooms,
        "names programs give",
        "<definedNames><definedName name=\"_xlnm._FilterDatabase\" hidden=\"1\""
            + " localSheetId=\"0\">'Bàn giao'!$A$1:$P$2</definedName></definedNames>||"
            + "<definedNames><definedName name=\"_xlnm.Print_Titles\">'Bàn giao'!$1:$1"
            + "</definedName><definedName name=\"_xlnm.Print_Area\">#REF!</definedName>"
            + "</definedNames>");
    rooms.add(
        new Room(
            "an office",
            APP,
            "</Properties>",
            "<Company>Sở Thông tin và Truyền thông thành phố Hải Phòng</Company></Properties>||"
                + "<Template>Normal.eit</Template></Properties>||</Properties>"));
    return rooms;
  }

  private static byte[] part(String name) {
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    return Books.apart().typed(name, sheet, "<worksheet/>".getBytes(StandardCharsets.UTF_8)).zip();
  }

  private static void sheet(List<Room> rooms, String what, String element) {
    put(rooms, what, Books.SHEET, "</sheetData>", "</sheetData>", element);
  }

  private static void styles(List<Room> rooms, String what, String element) {
    rooms.add(new Room(what, STYLES, "</styleSheet>", around(element, "", "</styleSheet>")));
  }

  private static void workbook(List<Room> rooms, String what, String element) {
    rooms.add(new Room(what, WORKBOOK, "</workbook>", around(element, "", "</workbook>")));
  }

  private static void put(
      List<Room> rooms, String what, String part, String from, String before, String element) {
    rooms.add(new Room(what, part, from, around(element, before, "")));
  }

  /** Each of the alternatives with what stood there. */
  private static String around(String alternatives, String before, String after) {
    return before + alternatives.replace("||", after + "||" + before) + after;
  }

  private static Rejected refused(byte[] workbook) {
    return catchThrowableOfType(
        Rejected.class, () -> Xlsx.read(workbook, Xlsx.Limits.usual(), (number, cells) -> {}));
  }
}
