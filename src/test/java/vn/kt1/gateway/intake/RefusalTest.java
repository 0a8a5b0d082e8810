package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.door.Problem;
import vn.kt1.gateway.evidence.KeptEvidence.Kept;
import vn.kt1.gateway.intake.BadMessages.Bad;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** What is refused leaves no trace of what it said. */
class RefusalTest {

  private final Desk desk = new Desk();

  static Stream<Bad> all() {
    return BadMessages.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_bad_message_is_refused_without_an_echo(Bad bad) {
    Rejected rejected = desk.refused(bad.bytes());
    assertThat(rejected.code()).isEqualTo(bad.code());
    assertNoEcho(rejected);
    assertEvidence(bad, rejected);
  }

  @Test
  void there_are_more_than_forty_bad_messages() {
    assertThat(BadMessages.all().map(Bad::name).distinct()).hasSizeGreaterThan(40);
  }

  private static void assertNoEcho(Rejected rejected) {
    Problem problem = Problem.of(rejected, "00000000-0000-0000-0000-000000000000");
    for (String language : List.of("vi", "en")) {
      String json = new String(problem.json(new Locale(language)), StandardCharsets.UTF_8);
      for (String word : List.of("HOẠCH", "mục tiêu", "QX", "7719", "xyzzy", "9999", "rtf1")) {
        assertThat(json).doesNotContainIgnoringCase(word);
      }
    }
    assertThat(rejected.getMessage()).matches("\\[[a-z, -]+]");
    assertThat(rejected.getCause()).isNull();
    rejected.faults().forEach(fault -> assertPointer(fault.pointer()));
  }

  /** Our own names, positions of strangers, and places in lists. */
  private static void assertPointer(String pointer) {
    for (String segment : pointer.split("/", -1)) {
      assertThat(segment)
          .satisfiesAnyOf(
              text -> assertThat(text).matches("|~?[0-9]+"),
              text -> assertThat(known()).contains(text),
              text -> assertThat(Forbidden.ourSpelling(text)).contains(text));
    }
  }

  private static List<String> known() {
    return Stream.of(HandOffSchema.HAND_OFF, HandOffSchema.ENVELOPE, HandOffSchema.RECIPIENT)
        .flatMap(names -> names.stream())
        .toList();
  }

  private void assertEvidence(Bad bad, Rejected rejected) {
    if (bad.code() != Code.CONTENT_NOT_ALLOWED) {
      assertThat(desk.evidence.kept()).isEmpty();
      return;
    }
    List<String> pointers =
        rejected.faults().stream()
            .filter(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED)
            .map(Fault::pointer)
            .toList();
    assertThat(desk.evidence.kept())
        .containsExactly(
            new Kept(
                "hp-eoffice",
                "content-refused",
                "hp-eoffice",
                Map.of("pointers", pointers, "bytes", bad.bytes().length)));
  }

  static Stream<String> forbidden() {
    return Stream.concat(Forbidden.spellings().stream().sorted(), REGISTER.stream());
  }

  /** As the registers of e-offices name them (tables/eoffice_register_fields.csv). */
  private static final List<String> REGISTER =
      List.of(
          "Số/ký hiệu",
          "SoVanBan",
          "SoVanBanText",
          "DocNum",
          "soKyHieu",
          "MaCongVanSo",
          "so_ky_hieu",
          "CodeNumber",
          "CodeNotation",
          "Số đến",
          "SoDen",
          "so_den",
          "Ngày ban hành",
          "NgayBanHanh",
          "NgayPhatHanh",
          "NgayTrenVB",
          "ngay_ban_hanh",
          "PromulgationInfo",
          "PromulgationDate",
          "Trích yếu",
          "TrichYeu",
          "trich_yeu",
          "Subject",
          "Nơi lưu trữ",
          "NoiLuuTru",
          "Người ký",
          "NguoiKyVanBan",
          "NguoiKyVanBanText",
          "ChucVu",
          "nguoi_ky",
          "SignerInfo",
          "FullName",
          "Position",
          "Competence",
          "Số trang",
          "SoTrang",
          "so_trang",
          "PageAmount",
          "Loại văn bản",
          "LoaiVanBan",
          "loai_van_ban",
          "DocumentType",
          "TypeName",
          "Hạn xử lý",
          "ThoiHanGQ",
          "NgayHoanTat",
          "DueDate",
          "Trả lời VB đến",
          "TraLoiVBDen",
          "ResponseFor",
          "Tệp",
          "Files",
          "TenFile",
          "files",
          "fileName",
          "fileType",
          "fileData",
          "AttachmentEncoded",
          "number",
          "notation",
          "issue date",
          "abstract",
          "signer",
          "pages",
          "document type",
          "reply-to",
          "archive place");

  @ParameterizedTest
  @MethodSource("forbidden")
  void a_forbidden_field_is_refused_in_every_spelling_at_every_level(String name) {
    for (String spelt : variants(name)) {
      String field = ", \"" + spelt + "\": \"" + BadMessages.PLANTED + "\"";
      for (String message :
          List.of(
              BadMessages.message(field, "", ""),
              BadMessages.message("", field, ""),
              BadMessages.message("", "", field),
              BadMessages.message(", \"zz\": {\"yy\": [{\"xx\": 1" + field + "}]}", "", ""))) {
        Rejected rejected = desk.refused(message.getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.code()).as(spelt).isEqualTo(Code.CONTENT_NOT_ALLOWED);
        assertNoEcho(rejected);
      }
    }
  }

  private static List<String> variants(String name) {
    return List.of(
        name,
        name.toUpperCase(Locale.ROOT),
        name.toLowerCase(Locale.ROOT),
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD),
        " " + name.replace("", " ") + " ",
        name.replace(' ', '_'),
        name.replace(' ', '-').replace('_', '.'),
        name.replace('Đ', 'Ð').replace('đ', 'ð'));
  }

  @Test
  void five_hundred_envelopes_are_taken_and_one_more_is_too_many() {
    assertThat(desk.handOver(envelopes(500)).envelopes()).hasSize(500);
    Rejected rejected = desk.refused(envelopes(501));
    assertThat(Desk.shown(rejected)).containsExactly("too-many /envelopes");
  }

  private static byte[] envelopes(int count) {
    String one = "{\"envelopeId\": \"1\", \"recipient\": {\"code\": \"H24.31\"}}";
    String all =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> one.replace("\"1\"", "\"" + i + "\""))
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    return BadMessages.message("", "", "")
        .replaceFirst("\\[.*]", "[" + all + "]")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_file_may_have_more_rows_than_a_message_has_envelopes() {
    StringBuilder csv = new StringBuilder("sender,handed_off_at,envelope_id,recipient_code\n");
    IntStream.rangeClosed(1, 501)
        .forEach(
            i -> csv.append("H24.16,2026-11-22T09:00:00+07:00,").append(i).append(",H24.31\n"));
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(desk.handOver("csv", "HP-1.csv", bytes).envelopes()).hasSize(501);
  }

  @Test
  void a_file_in_another_language_is_told_so() {
    Rejected rejected = Desk.refused(() -> desk.handOver("docx", "a.docx", new byte[0]));
    assertThat(Desk.shown(rejected)).containsExactly("unsupported-media-type ");
  }

  static Stream<Bad> edXml() {
    String to = "<To><OrganId>H24.31</OrganId></To>";
    return Stream.of(
        edXml("not well-formed", "<" + BadMessages.PLANTED, Code.MALFORMED),
        edXml("an entity", "&xyzzy;", Code.MALFORMED),
        edXml("two senders", "<From><OrganId>xyzzy</OrganId></From>", Code.MALFORMED),
        edXml("no copies", to + other("PromulgationAmount"), Code.BAD_VALUE),
        edXml("a unit", to.replace("H24.31", BadMessages.PLANTED), Code.BAD_VALUE),
        edXml("a word", to + "<xyzzy>MẬT " + BadMessages.PLANTED, Code.CONTENT_NOT_ALLOWED),
        edXml("a word in a name", "<xyzzy qx='7719 MẬT'/>" + to, Code.CONTENT_NOT_ALLOWED),
        edXml("an element", to + "<xyzzy><DoMat>7719</DoMat></xyzzy>", Code.CONTENT_NOT_ALLOWED),
        edXml("an attribute", to + "<xyzzy Do_Mat='7719'/>", Code.CONTENT_NOT_ALLOWED));
  }

  private static Bad edXml(String name, String header, Code code) {
    String message =
        "<a><MessageHeader><From><OrganId>H24.16</OrganId></From>%s</MessageHeader></a>";
    return new Bad(name, message.formatted(header).getBytes(StandardCharsets.UTF_8), code);
  }

  private static String other(String name) {
    return "<OtherInfo><%s>xyzzy</%s></OtherInfo>".formatted(name, name);
  }

  @ParameterizedTest
  @MethodSource("edXml")
  void edxml_is_refused_without_an_echo(Bad bad) {
    Rejected rejected = Desk.refused(() -> desk.handOver("xml", "HP-1.xml", bad.bytes()));
    assertThat(rejected.code()).isEqualTo(bad.code());
    assertNoEcho(rejected);
    assertEvidence(bad, rejected);
  }
}
