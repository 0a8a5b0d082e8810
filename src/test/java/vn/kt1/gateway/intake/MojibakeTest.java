package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has happened to a name is told, and what only looks strange is let pass. */
class MojibakeTest {

  private static final List<String> TAKEN_FOR =
      List.of(
          "ISO-8859-1",
          "windows-1252",
          "windows-1258",
          "windows-1250",
          "windows-1254",
          "x-MacRoman",
          "IBM437",
          "IBM850",
          "IBM852");

  private static final List<String> NAMES =
      List.of(
          "Sở Y tế",
          "Văn phòng UBND",
          "Hải Phòng",
          "Cục Thuế",
          "Sở Nội vụ",
          "Lê Đại Hành",
          "Ủy ban nhân dân xã Ba Tơ",
          "Thành phố Thủ Đức",
          "Công an tỉnh",
          "Hoàng Diệu",
          "Trần Phú",
          "Đà Nẵng",
          "SỞ TƯ PHÁP",
          "Mường Hoong",
          "Ơ",
          "Ý Yên",
          "Đắk Lắk",
          "Nghĩa Lộ");

  private static final List<String> ABROAD =
      List.of("Tòa án", "UBND xã Ea Súp", "Văn phòng", "Xã An Hòa", "Chi cục Thuế", "Công an tỉnh");

  static Stream<String> garbled() {
    List<String> garbled = new ArrayList<>();
    for (String charset : TAKEN_FOR) {
      for (String name : NAMES) {
        String once = misread(name, charset);
        if (once.indexOf('\uFFFD') < 0) {
          garbled.add(once);
          garbled.add("Phòng Nội vụ, " + once);
          garbled.add(misread(once, "windows-1252"));
        }
      }
    }
    return garbled.stream();
  }

  @ParameterizedTest
  @MethodSource("garbled")
  void utf_8_taken_for_something_else_is_mojibake(String garbled) {
    assertThat(damage(garbled)).as(garbled).isEqualTo("mojibake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hiá»n Phan", "Váº­n Ä ức", "18 HoÃ ng Diệu", "HoÃng Diệu", "HoĂng", "Ä inh", "Äinh",
        "Sở Y táº¿", "S\uFFFD Y tế", "PhÃ²ng", "Háº¡ng A", "H├á Nß╗Öi", "ƒê√†", "SõÒ Tý pháp",
        "Sở Y têì", "Ä\u0090Ã  Náºµng", "HÃ\u00A0 Nội"
      })
  void half_a_letter_or_one_word_is_enough(String text) {
    assertThat(damage(text)).as(text).isEqualTo("mojibake");
  }

  /** As Windows of another country makes of it: GBK, Big5, Thai, Cyrillic, Greek. */
  static Stream<String> abroad() {
    return Stream.of("GBK", "Big5", "x-windows-874", "windows-1251", "windows-1253")
        .flatMap(charset -> ABROAD.stream().map(name -> misread(name, charset)));
  }

  @ParameterizedTest
  @MethodSource("abroad")
  void a_letter_of_another_script_in_a_word_is_mojibake(String garbled) {
    assertThat(damage(garbled)).as(garbled).isEqualTo("mojibake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Së Néi vô",
        "Côc ThuÕ",
        "TrÇn Phó",
        "3 Lý Tù Träng",
        "Së Y tÕ",
        "V¨n phßng",
        "x· Ba T¬",
        "H¶i Phßng",
        "UBND TØNH",
        "§µ N½ng",
        "C«ng an tØnh",
        "ph\u00ADêng Hång Bµng",
        "Lª Lîi",
        "Sôû Y teá",
        "Leâ Lôïi",
        "Haûi Phoøng",
        "Ñaø Naüng",
        "UÛy ban nhaân daân",
        "Tænh uûy",
        "Phaïm Vaên Ñoàng",
        "Ñaïi hoïc",
        "SÔÛ Y TEÁ",
        "Soá 2 Leâ Lôïi",
        "S· Y tª",
        "Bµ Rịa"
      })
  void a_word_of_an_old_font_is_told_as_one(String text) {
    assertThat(damage(text)).as(text).isEqualTo("old-font");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S&#7903; Y t&#7871;",
        "38 L&ecirc; &#272;&#7841;i H&agrave;nh",
        "S&amp;#7903;",
        "&#x1EDF;",
        "Sở NN&amp;PTNT",
        "S\\u1edf Y t\\u1ebf",
        "L\\u00ea",
        "Su1edf Y tu1ebf",
        "S%E1%BB%9F",
        "S%u1EDF",
        "S=E1=BB=9F",
        "H%C3%A0",
        "S<U+1EDF> Y t",
        "\\xe1\\xbb\\x9f",
        "H&#224",
        "=?UTF-8?B?U+G7nw==?=",
        "Sở%20Y%20tế",
        "&quot;Sở Y tế&quot;"
      })
  void letters_as_codes_are_told_as_those(String text) {
    assertThat(damage(text)).as(text).isEqualTo("escaped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S? Y t?",
        "S? Tư pháp",
        "H?i Phòng",
        "?y ban nhân dân",
        "Y t?",
        "Th? xã",
        "Thu? Hải Phòng?",
        "C?c Thu?",
        "Ph? Lý"
      })
  void question_marks_for_letters_are_told_as_lost(String text) {
    assertThat(damage(text)).as(text).isEqualTo("lost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đắk Lắk",
        "Krông Pắc",
        "Ea H'leo",
        "Kon Tum",
        "Ba Tơ",
        "Sơn Tây",
        "Pờ Ê",
        "Đăk Tờ Kan",
        "Kon Plông",
        "Tu Mơ Rông",
        "Ngọk Bay",
        "Đăk Rơ Ông",
        "Măng Ri",
        "Tê Xăng",
        "Ya Xiêr",
        "Mô Rai",
        "Rờ Kơi",
        "Hơ Moong",
        "Bờ Y",
        "Đăk Pék",
        "Đăk Blô",
        "Đăk Nhoong",
        "Xốp",
        "Ngọk Réo",
        "Ngọk Wang",
        "Ia Tơi",
        "Ia Đal",
        "Pô Kô",
        "Đăk Pxi",
        "Văn Lem",
        "Kông Chro",
        "Lơ Ku",
        "Đak Đoa",
        "Chư Prông",
        "Ia Grai",
        "Ayun Pa",
        "Ia Krêl",
        "Ia Kriêng",
        "Ia Pnôn",
        "A Dơk",
        "Hà Bầu",
        "Ia Rvê",
        "Cư M'gar",
        "Ea Kuêh",
        "Cư Êbur",
        "Dliê Ya",
        "Ea Nuôl",
        "Buôn Đôn",
        "M'Đrắk",
        "Krông Á",
        "Đạ Tẻh",
        "Đam Rông",
        "Liêng Srônh",
        "Đạ K'Nàng",
        "B'Lá",
        "Lộc Châu",
        "Nậm Nhùn",
        "Mù Cả",
        "Pa Ủ",
        "Sín Thầu",
        "Si Ma Cai",
        "Y Tý",
        "Bát Xát",
        "Thạnh Hoá",
        "Thành phố Huế",
        "Tòa nhà Hòa Bình",
        "Toà nhà Hoà Bình",
        "thuỷ điện",
        "Quý Hợp",
        "Khuỷnh",
        "Xoóng Con",
        "quốc lộ",
        "Gìn giữ",
        "giếng",
        "THỊ XÃ “Nghĩa Lộ”",
        "UBND XÃ",
        "UBND XÃ…",
        "THỊ XÃ\u00A0HƯƠNG TRÀ",
        "PHƯỜNG Ô CHỢ DỪA",
        "Ô Chợ Dừa",
        "Ô Môn",
        "Ý Yên",
        "Trường Café",
        "AEON MALL",
        "Crédit Agricole",
        "Société Générale",
        "Hôtel de l'Opéra",
        "Noël Müller",
        "Zürich",
        "Straße",
        "François Hollande",
        "Genève",
        "Élysée",
        "São Paulo",
        "José García",
        "Köln",
        "Düsseldorf",
        "Björn Åkesson",
        "Château",
        "Viêt Nam",
        "Loïc Dupont",
        "Thaï",
        "nHãy",
        "HÀnh chính",
        "Côte d'Ivoire",
        "Bordeaux, 12 rue de la Paix",
        "Têt",
        "Đại học Việt–Đức",
        "Łódź",
        "Škoda",
        "Dvořák",
        "12 m² đất",
        "Số 5½ phố Hàng Bài",
        "Ngõ 12 – 14",
        "Sở “Nội vụ”",
        "Công ty TNHH ABC®",
        "Sở NN&PTNT",
        "B&B; số 3",
        "100% vốn",
        "Lô #12",
        "D:\\unit",
        "Ngô Quyền? (hỏi bảo vệ)",
        "Phòng 5°",
        "Nhà văn hóa · Thư viện",
        "Công\u00ADtác",
        "Kʼho",
        "Trạm 110/22 kV",
        "thưở",
        "Đường 30/4",
        "Quỳnh",
        "quýt",
        "Thúy Vân",
        "Hoàng Sa",
        "khuya",
        "ngoằn ngoèo",
        "nghiêng",
        "Nguyễn Huệ",
        "Xuyên Mộc",
        "Ðồng Nai",
        "PHÒNG VĂN HÓA - THÔNG TIN"
      })
  void what_only_looks_strange_passes(String text) {
    assertThat(damage(text)).as(text).isNull();
  }

  @Test
  void every_name_of_the_configuration_and_of_the_samples_passes() throws IOException {
    for (String folder : List.of("config", "src/test/resources/sandbox/config")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            assertThat(line).satisfies(MojibakeTest::passes);
            assertThat(line.toUpperCase(Locale.ROOT)).satisfies(MojibakeTest::passes);
          }
        }
      }
    }
  }

  private static void passes(String line) {
    assertThat(OldFont.in(line)).isFalse();
    assertThat(Mojibake.surely(line.replaceAll("[\\\\=+%&]", " "))).isNull();
  }

  private static @Nullable String damage(String text) {
    String damage = Mojibake.surely(text);
    return damage == null ? Mojibake.likely(text) : damage;
  }

  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }
}
