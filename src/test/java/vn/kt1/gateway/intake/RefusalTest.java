package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.BadCorpus;

/** What is refused leaves no trace of what it said. */
class RefusalTest {

  private final Desk desk = new Desk();

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
      String field = ", \"" + spelt + "\": \"" + BadCorpus.PLANTED + "\"";
      for (String message :
          List.of(
              message(field, "", ""),
              message("", field, ""),
              message("", "", field),
              message(", \"zz\": {\"yy\": [{\"xx\": 1" + field + "}]}", "", ""))) {
        Rejected rejected = desk.refused(message.getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.code()).as(spelt).isEqualTo(Code.CONTENT_NOT_ALLOWED);
        Echo.assertNoneIn(rejected);
      }
    }
  }

  /** A message with more fields in it, at its envelope, and at its recipient. */
  private static String message(String more, String envelope, String recipient) {
    return """
    {"handOffId": "HP-1", "sender": "H24.16", "handedOffAt": "2026-11-22T09:00:00+07:00"%s,
     "envelopes": [{"envelopeId": "1", "recipient": {"code": "H24.31"%s}%s}]}
    """
        .formatted(more, recipient, envelope);
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
    return message("", "", "")
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

  /** What was looked at once in a message is not looked at again, unless it was no good. */
  @Test
  void a_text_said_again_is_judged_as_before_in_each_place() {
    String good = "\"recipient\": {\"name\": \"Sở Y tế\", \"address\": \"38 Lê Đại Hành\"}";
    String content = good.replace("38 Lê Đại Hành", "12-BC/TU");
    String degree = good.replace("38 Lê Đại Hành", "TỐI MẬT");
    String elsewhere =
        good.replace("Sở Y tế", "38 Lê Đại Hành")
            .replace("\"38 Lê Đại Hành\"}", "\"V/v cấp phép\"}");
    List<String> written = List.of(good, content, good, content, degree, degree, elsewhere, good);
    String envelopes =
        IntStream.range(0, written.size())
            .mapToObj(i -> "{\"envelopeId\": \"" + i + "\", " + written.get(i) + "}")
            .collect(Collectors.joining(","));
    byte[] message =
        message("", "", "")
            .replaceFirst("\\[.*]", "[" + envelopes + "]")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Desk.shown(desk.refused(message)))
        .containsExactlyInAnyOrder(
            "content-not-allowed /envelopes/1/recipient/address",
            "content-not-allowed /envelopes/3/recipient/address",
            "bad-value /envelopes/4/recipient/address",
            "bad-value /envelopes/5/recipient/address",
            "content-not-allowed /envelopes/6/recipient/address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234.KH-UBND", "15-BC-TU", "ve-viec-bo-tri-kinh-phi"})
  void an_id_that_tells_of_the_document_is_content(String id) {
    String ids = message("", "", "").replace("HP-1", id).replace("\"1\"", "\"" + id + "\"");
    assertThat(Desk.shown(desk.refused(ids.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            "content-not-allowed /handOffId", "content-not-allowed /envelopes/0/envelopeId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "json", "xml"})
  void a_file_whose_name_tells_of_the_document_is_refused_unread(String language) {
    String name = "1234.KH-UBND_ve-viec-abc." + language;
    Rejected rejected = Desk.refused(() -> desk.handOver(language, name, new byte[] {1}));
    assertThat(Desk.shown(rejected)).containsExactly("content-not-allowed ");
    assertThat(desk.evidence.kept()).hasSize(1);
    assertThat(desk.evidence.kept().toString()).doesNotContain("UBND").doesNotContain("viec");
  }

  @Test
  void a_file_in_another_language_is_told_so() {
    Rejected rejected = Desk.refused(() -> desk.handOver("docx", "a.docx", new byte[0]));
    assertThat(Desk.shown(rejected)).containsExactly("unsupported-media-type ");
  }
}
