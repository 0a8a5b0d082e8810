package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.table.Csv;

/** One envelope goes to one body; a long name is one body all the same. */
class SeveralBodiesTest {

  private static final List<String> NAMES =
      List.of(
          "Sở Y tế",
          "Sở Văn hóa, Thể thao và Du lịch",
          "Sở Nông nghiệp và Môi trường thành phố Hải Phòng",
          "Sở Lao động - Thương binh và Xã hội",
          "UBND xã An Hòa, huyện An Dương",
          "UBND phường Sở Dầu",
          "Ủy ban nhân dân quận Hồng Bàng, thành phố Hải Phòng",
          "Uỷ ban nhân dân thành phố Hải Phòng",
          "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Quảng Ngãi",
          "Văn phòng HĐND và UBND quận Lê Chân",
          "Phòng Văn hóa và Thông tin, UBND quận Hồng Bàng",
          "Phòng Tổ chức cán bộ - Công an thành phố Hải Phòng",
          "Công an phường Máy Chai, Công an thành phố Hải Phòng",
          "Tòa án nhân dân khu vực 1, Tòa án nhân dân thành phố Hải Phòng",
          "Viện kiểm sát nhân dân khu vực 2 - Hải Phòng",
          "Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường",
          "Trung tâm Y tế quận Ngô Quyền / Sở Y tế",
          "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Ba Tơ",
          "Trường Tiểu học và Trung học cơ sở Đắk Tô",
          "UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ",
          "Văn phòng\nUBND thành phố Hải Phòng",
          "Sở Văn hóa,\nThể thao và Du lịch",
          "Bộ Chỉ huy quân sự thành phố, Bộ Tư lệnh Quân khu 3",
          "Bộ Công an - Công an thành phố Hải Phòng",
          "BỘ QUỐC PHÒNG\nTÒA ÁN QUÂN SỰ QUÂN KHU 3",
          "Bộ phận Văn thư - Sở Y tế",
          "Phòng Kinh tế, Hạ tầng và Đô thị phường Hồng Bàng",
          "Ban Quản lý các khu công nghiệp",
          "Liên hiệp các Hội Khoa học và Kỹ thuật",
          "Hội đồng nhân dân tỉnh",
          "Hội Nông dân",
          "Chi nhánh Công ty TNHH A&B, Tổng công ty Điện lực miền Bắc",
          "Công ty Cổ phần 1-5",
          "VNPT Hải Phòng - Chi nhánh Tập đoàn Bưu chính Viễn thông",
          "Ngân hàng Nhà nước Khu vực 6",
          "Sở Y tế;",
          "Báo và Phát thanh, Truyền hình Hải Phòng",
          "Krông Pắc - Ea H'leo");

  private static final List<String> BODIES =
      List.of(
          "Sở Y tế",
          "Sở Nội vụ",
          "UBND phường Sở Dầu",
          "UBND xã Ba Tơ",
          "Bộ Tài chính",
          "Tỉnh ủy Quảng Ngãi");

  static Stream<String> names() throws IOException {
    List<String> configured =
        Stream.of("config", "src/test/resources/sandbox/config")
            .flatMap(SeveralBodiesTest::units)
            .toList();
    assertThat(configured).isNotEmpty();
    return Stream.concat(NAMES.stream(), configured.stream()).distinct();
  }

  private static Stream<String> units(String folder) {
    try {
      List<List<String>> rows =
          Csv.read(Files.readAllBytes(Path.of(folder, "units/sample-units.csv")));
      int name = rows.get(0).indexOf("name");
      int address = rows.get(0).indexOf("address");
      return rows.stream().skip(1).flatMap(row -> Stream.of(row.get(name), row.get(address)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_one_body(String name) {
    assertThat(SeveralBodies.in(name)).isFalse();
    assertThat(SeveralBodies.in(name.toUpperCase(new java.util.Locale("vi")))).isFalse();
    assertThat(
            SeveralBodies.in(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)))
        .isFalse();
  }

  @Property(tries = 500)
  void two_bodies_are_never_one(
      @ForAll("bodies") String one,
      @ForAll("bodies") String other,
      @ForAll("between") String sign) {
    if (!one.equals(other)) {
      assertThat(SeveralBodies.in(one + sign + other)).as(one + sign + other).isTrue();
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(BODIES);
  }

  @Provide
  Arbitrary<String> between() {
    return Arbitraries.of(
        "; ", ";", "\n", "\r\n", ", ", " và ", " & ", " + ", "/", " / ", " | ", " - ", " – ", ";\n",
        ",\n", "\n- ", "\n+ ", "\n2. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Sở Y tế",
        "'- Sở Y tế",
        "+ Sở Y tế",
        "+ Sở Y tế\n+ Sở Nội vụ",
        "- Sở Y tế - Sở Nội vụ",
        "1. Sở Y tế 2. Sở Nội vụ",
        "1) Sở Y tế",
        "a) Sở Y tế",
        "• Sở Y tế",
        "VNPT; Viettel",
        "Công an thành phố; Tòa án nhân dân",
        "Phòng Nội vụ, Phòng Y tế",
        "Trường THPT Lê Quý Đôn, Trường THPT Ngô Quyền",
        "Các sở, ban, ngành",
        "UBND các quận, huyện",
        "Sở Y tế và các đơn vị trực thuộc",
        "SỞ Y TẾ, SỞ NỘI VỤ"
      })
  void lists_are_refused_with_one_sentence(String name) {
    assertThat(CsvFile.refused(HandOffField.RECIPIENT_NAME, name))
        .extracting(Fault::detail)
        .singleElement()
        .satisfies(text -> assertThat(text.en()).contains("one recipient"))
        .satisfies(text -> assertThat(text.vi()).contains("một nơi nhận"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H24.31;H24.02",
        "H24.31, H24.02",
        "H24.31 H24.02",
        "H24.31\nH24.02",
        "H24.31|H24.02",
        "H24.31 và H24.02",
        "000.00.31.H24;000.00.02.H24"
      })
  void several_codes_in_a_cell_are_told_the_same(String codes) {
    assertThat(CsvFile.refused(HandOffField.RECIPIENT_CODE, codes).get(0).detail().en())
        .contains("one recipient");
  }

  @Test
  void a_message_is_judged_as_a_table_is() {
    String json =
        """
        {"handOffId":"1","sender":"H24.16","handedOffAt":"2026-11-22T09:00:00+07:00","envelopes":[
         {"envelopeId":"1","recipient":{"name":"Sở Y tế; Sở Nội vụ","address":"Hải Phòng"}}]}
        """;
    assertThat(Desk.shown(new Desk().refused(json.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("bad-value /envelopes/0/recipient/name");
  }
}
