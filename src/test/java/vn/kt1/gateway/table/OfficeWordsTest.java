package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "-1.5E-3",
        "true",
        "FFFF0000",
        "{00000000-0001-0000-0000-000000000000}",
        "8_{3A1F4C80-6D1F-4F3C-9D4F-3F0F6D0A6C11}",
        "13_ncr:40009_{3A1F4C80-6D1F-4F3C-9D4F-3F0F6D0A6C11}",
        "$A$1:$P$2",
        "A1:B2 C3 XFD1048576",
        "1:16",
        "rId12",
        "Rcc3ab0f9d2e84c5e",
        "x14ac xr xr2 xr3",
        "x14ac x16r2 xr xr9",
        "2026-11-22T09:00:00Z",
        "2026-11-30T05:09:45.123+07:00",
        "vi-VN",
        "020F0502020204030204",
        "TableStyleMedium9",
        "PivotStyleLight16",
        "SlicerStyleLight1",
        "TimeSlicerStyleLight1",
        "microsoft.com:LET_WF",
        "x14ac:dyDescent",
        "xr:uid",
        "x14ac:knownFonts",
        "xr10:uidLastSave",
        "thm15:themeFamily",
        "Office Theme 2013 - 2022",
        "Aptos Narrow",
        "游ゴシック Light",
        "等线",
        "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac",
        "http://schemas.microsoft.com/office/spreadsheetml/2016/revision3",
        "http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures",
        "http://schemas.microsoft.com/office/thememl/2012/main",
        "http://schemas.microsoft.com/office/mac/excel/2008/main",
        "urn:schemas-microsoft-com:mac:vml",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://www.wps.cn/officeDocument/2017/etCustomData",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
      })
  void what_programs_write_is_plain(String text) {
    assertThat(OfficeWords.plain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kế hoạch",
        "ke hoach tac chien",
        "kehoachtacchien",
        "k e h o a c h",
        "K.e.h.o.a.c.h",
        "TUYỆT MẬT",
        "tuyet_mat",
        "Phòng thủ 2026",
        "123/QĐ-UBND",
        "45/BC-CAT",
        "V/v tuyển quân",
        "S2UgaG9hY2ggdGFjIGNoaWVu",
        "urn:ke-hoach",
        "http://schemas.microsoft.com/office/kehoach"
      })
  void what_people_write_is_not(String text) {
    assertThat(OfficeWords.plain(text)).isFalse();
    assertThat(OfficeWords.plainOnPage(text)).isFalse();
  }

  /** Every name of a unit stands for the sentences of Vietnamese there are. */
  @Test
  void no_name_of_a_unit_is_plain() throws IOException {
    List<String> names =
        Files.readAllLines(Path.of("src/main/resources/directory/forbidden-fields.csv")).stream()
            .map(line -> line.split(",")[0])
            .filter(name -> name.chars().anyMatch(letter -> letter > 0x7F) && name.contains(" "))
            .toList();
    assertThat(names).hasSizeGreaterThan(10);
    assertThat(names).noneMatch(OfficeWords::plain);
  }

  @Property(tries = 200)
  void no_words_of_six_letters_at_random_are_plain(@ForAll("sentences") String sentence) {
    assertThat(OfficeWords.plain(sentence)).isFalse();
  }

  @Provide
  Arbitrary<String> sentences() {
    Arbitrary<String> word =
        Arbitraries.strings().withChars("bcdghklmnpqrstvxaăâeêioôơuưyđàảãáạ").ofLength(7);
    return word.list().ofMinSize(3).ofMaxSize(9).map(words -> String.join(" ", words));
  }

  @Test
  void words_of_ones_own_are_few_in_all() {
    Found found = new Found();
    assertThat(IntStream.range(0, 30).allMatch(i -> found.own("a".repeat(20) + i, 31))).isTrue();
    assertThat(IntStream.range(30, 60).allMatch(i -> found.own("a".repeat(20) + i, 31))).isFalse();
    assertThat(new Found().own("a".repeat(32), 31)).isFalse();
  }
}
