package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** SYNTHETIC workbooks made to exhaust or to break the reader. */
class XlsxBoundsTest {

  private static final Xlsx.Limits USUAL = Xlsx.Limits.usual();
  private static final String MARKS = "<>\"'&/=! 09-AZaz:;á";
  private static final byte[] PLAIN = Books.plain();

  @Test
  void a_part_folded_too_tight_is_too_large() {
    String blanks = "<row/>".repeat(2 << 20);
    assertRefused(Code.TOO_LARGE, Books.apart().rows(blanks).zip());
  }

  @Test
  void a_part_no_reader_opens_counts_too() {
    assertRefused(Code.TOO_LARGE, Books.apart().with("xl/a.bin", new byte[8 << 20]).zip());
  }

  @Test
  void more_bytes_than_allowed_are_too_large() {
    Xlsx.Limits few = new Xlsx.Limits(200, 4_000, 200, 200, 500_000, 2_000_000, 32L << 20, 1_000);
    assertThatThrownBy(() -> Xlsx.read(PLAIN, few, (number, cells) -> {}))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 20_000})
  void more_parts_than_allowed_are_too_large(int count) {
    Books books = Books.apart();
    IntStream.range(0, count).forEach(i -> books.with("xl/" + i + ".xml", "<a/>"));
    assertRefused(Code.TOO_LARGE, books.zip());
  }

  @Test
  void more_columns_than_allowed_are_too_large() {
    assertRefused(
        Code.TOO_LARGE, Books.apart().rows("<row r='1'><c r='GS1'><v>1</v></c></row>").zip());
    assertThat(Books.lines(Books.apart().rows("<row r='1'><c r='GR1'><v>1</v></c></row>").zip()))
        .singleElement()
        .satisfies(row -> assertThat(row).hasSize(200));
  }

  @Test
  void more_merged_cells_than_allowed_are_too_large() {
    assertRefused(Code.TOO_LARGE, merged("<mergeCell ref='A1:A1048576'/>"));
    assertRefused(Code.TOO_LARGE, merged("<mergeCell ref='A3:Z99'/>".repeat(1_000)));
  }

  @Test
  void a_text_longer_than_excel_allows_is_content() {
    String text = "a".repeat(32_768);
    assertRefused(
        Code.CONTENT_NOT_ALLOWED,
        Books.apart().rows("<row><c t='inlineStr'><is><t>" + text + "</t></is></c></row>").zip());
    String runs = ("<r><t>" + "a".repeat(20_000) + "</t></r>").repeat(2);
    assertRefused(
        Code.CONTENT_NOT_ALLOWED,
        Books.apart().with(Books.STRINGS, "<sst><si>" + runs + "</si></sst>").zip());
    assertRefused(
        Code.CONTENT_NOT_ALLOWED,
        Books.apart().rows("<row><c t='inlineStr'><is>" + runs + "</is></c></row>").zip());
  }

  @Test
  void more_texts_than_allowed_are_too_large() {
    Xlsx.Limits few = new Xlsx.Limits(200, 1 << 20, 200, 200, 0, 3, 1_000, 10);
    Xlsx.Limits little = new Xlsx.Limits(200, 1 << 20, 200, 200, 0, 100, 10, 10);
    for (Xlsx.Limits limits : new Xlsx.Limits[] {few, little}) {
      assertThatThrownBy(() -> Xlsx.read(PLAIN, limits, (number, cells) -> {}))
          .isInstanceOfSatisfying(
              Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.TOO_LARGE));
    }
  }

  @Test
  void a_lone_cell_far_below_is_malformed() {
    assertRefused(
        Code.MALFORMED,
        Books.apart()
            .rows("<row r='1'><c><v>1</v></c></row><row r='1003'><c><v>1</v></c></row>")
            .zip());
    assertThat(
            Books.lines(
                Books.apart()
                    .rows("<row r='1'><c><v>1</v></c></row><row r='1002'><c><v>1</v></c></row>")
                    .zip()))
        .hasSize(1_002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><a>&a;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a><a/>",
        "<a>&b;</a>",
        "<a><!-- a --></a>",
        "<a><?b c?></a>",
        "<?b <c?><a/>",
        "<a><![CDATA[a]]></a>",
      })
  void no_part_has_entities_comments_or_instructions(String xml) {
    for (String part : Books.apart().names()) {
      assertGuarded(Books.apart().with(part, xml).zip());
    }
  }

  @Test
  void quadratic_blow_up_ends_at_the_declaration() {
    String entity = "<!DOCTYPE sst [<!ENTITY a '" + "a".repeat(100_000) + "'>]>";
    String text = entity + "<sst><si><t>" + "&a;".repeat(100_000) + "</t></si></sst>";
    assertRefused(Code.MALFORMED, Books.apart().with(Books.STRINGS, text).zip());
  }

  @Test
  void a_tag_without_an_end_is_too_large() {
    StringBuilder value = new StringBuilder(40 << 20);
    new Random(1).ints(2 << 20, 0x20000, 0x2ffff).forEach(value::appendCodePoint);
    assertRefused(Code.TOO_LARGE, Books.apart().rows("<row a='" + value + "'/>").zip());
  }

  @Test
  void endless_names_are_too_large() {
    StringBuilder rows = new StringBuilder();
    IntStream.range(0, 2_000).forEach(i -> rows.append("<row a" + i + "='1'/>"));
    assertRefused(Code.TOO_LARGE, Books.apart().rows(rows.toString()).zip());
  }

  @Test
  void an_endless_list_is_too_large() {
    StringBuilder types = new StringBuilder();
    IntStream.range(0, 11_000)
        .forEach(i -> types.append("<Override PartName='/" + i + "' ContentType='a'/>"));
    byte[] book = Books.apart().change(Books.TYPES, "</Types>", types + "</Types>").zip();
    assertThatThrownBy(() -> guarded(book))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.TOO_LARGE));
  }

  @Test
  void deep_nesting_is_malformed() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    for (String part : Books.apart().names()) {
      assertGuarded(Books.apart().with(part, deep).zip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/../a.xml", "../a.xml", "/a.xml", "xl//a.xml", "XL/workbook.XML"})
  void a_name_that_leads_elsewhere_or_comes_twice_is_malformed(String name) {
    assertRefused(Code.MALFORMED, Books.apart().with(name, "<a/>").zip());
  }

  @Test
  void one_name_twice_is_malformed() {
    byte[] twice = Books.apart().with("xl/worksheets/sheet2.xml", "<a/>").zip();
    String text = new String(twice, StandardCharsets.ISO_8859_1);
    assertRefused(
        Code.MALFORMED,
        text.replace("sheet2.xml", "sheet1.xml").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_part_longer_than_the_archive_says_is_malformed() {
    byte[] lying = PLAIN.clone();
    int directory = new String(PLAIN, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    for (int at = directory; at >= 0; at = next(lying, at)) {
      Arrays.fill(lying, at + 24, at + 28, (byte) 0);
      lying[at + 24] = 9;
    }
    assertRefused(Code.MALFORMED, lying);
  }

  private static int next(byte[] archive, int at) {
    return new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2", at + 1);
  }

  @Test
  void cut_anywhere_it_is_malformed() {
    for (int length = 0; length < PLAIN.length; length += 1 + length % 7) {
      assertRefused(Code.MALFORMED, Arrays.copyOf(PLAIN, length));
    }
  }

  @Property(tries = 1_000)
  void bytes_changed_anywhere_give_rows_or_a_refusal(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] changed = PLAIN.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    assertRowsOrRefusal(changed);
  }

  @Property(tries = 1_000)
  void xml_changed_anywhere_gives_rows_or_a_refusal(@ForAll long seed) {
    Random random = new Random(seed);
    Books books = Books.apart(PLAIN);
    String part = books.names().get(random.nextInt(books.names().size()));
    StringBuilder text = new StringBuilder(books.text(part));
    for (int i = random.nextInt(3); i >= 0; i--) {
      char with = MARKS.charAt(random.nextInt(MARKS.length()));
      int at = random.nextInt(text.length());
      text.replace(at, Math.min(text.length(), at + random.nextInt(3)), String.valueOf(with));
    }
    assertRowsOrRefusal(books.with(part, text.toString()).zip());
  }

  @Property
  void any_bytes_are_refused(@ForAll byte[] bytes) {
    assertRefused(Code.MALFORMED, bytes);
  }

  @Test
  void a_hundred_thousand_rows_are_read() {
    AtomicInteger count = new AtomicInteger();
    Xlsx.read(LargeBook.of(100_000, 16), USUAL, (number, cells) -> count.addAndGet(cells.size()));
    assertThat(count).hasValue(100_000 * 16);
  }

  private static byte[] merged(String ranges) {
    return Books.apart()
        .change(Books.SHEET, "</sheetData>", "</sheetData><mergeCells>" + ranges + "</mergeCells>")
        .zip();
  }

  private static void assertRefused(Code code, byte[] bytes) {
    for (Runnable reading : new Runnable[] {() -> Books.lines(bytes), () -> guarded(bytes)}) {
      assertThatThrownBy(reading::run)
          .isInstanceOfSatisfying(
              Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
  }

  private static void assertGuarded(byte[] bytes) {
    assertThatThrownBy(() -> guarded(bytes))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.MALFORMED));
  }

  private static void assertRowsOrRefusal(byte[] bytes) {
    for (Runnable reading : new Runnable[] {() -> Books.lines(bytes), () -> guarded(bytes)}) {
      try {
        reading.run();
      } catch (Rejected expected) {
        assertThat(expected.faults()).isNotEmpty();
      } catch (RuntimeException other) {
        fail("neither rows nor a refusal", other);
      }
    }
  }

  private static void guarded(byte[] bytes) {
    Xlsx.read(bytes, USUAL, (number, cells) -> {});
  }
}
