package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of content, told by what they contain, and names that only sound like them. */
class ForbiddenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // cases/intake/41-profile-lets-content-in
        "Số, ký hiệu văn bản",
        "Số và ký hiệu văn bản",
        "Số/Ký hiệu VB",
        "Ngày, tháng, năm văn bản",
        "Ngày tháng văn bản",
        "Ngày tháng",
        "Tên loại và trích yếu nội dung văn bản",
        "Tên loại và trích yếu nội dung",
        "Loại văn bản và Trích yếu",
        "Trích yếu nội dung",
        "Trích yếu nội dung văn bản",
        "Nội dung trích yếu",
        "Trích yếu VB",
        "Người ký",
        "Người ký văn bản",
        "Đơn vị, người nhận bản lưu",
        "Người nhận bản lưu",
        "Số TT",
        "TT",
        "Số lượng trang",
        "Tác giả",
        "Cơ quan ban hành",
        "Tệp tin đính kèm",
        "File đính kèm",
        "Ngày đến",
        "Hạn giải quyết",
        "Thời hạn giải quyết",
        "Ghi chú",
        "Số văn bản",
        "Số công văn",
        "Nội dung công văn",
        "Tên văn bản",
        "Về việc",
        "V/v",
        "Ý kiến chỉ đạo",
        "Hồ sơ",
        "Mã hồ sơ",
        "vbdTrichYeu",
        "vbdSoKyHieu",
        "vbTrichYeu",
        "TrichYeuVB",
        "SoKyHieuVB",
        "NgayVB",
        "LoaiVB",
        "abstractContent",
        "docSubject",
        "document_title",
        "Ten_VB",
        "NguoiKyVB",
        "Lĩnh vực",
        // the registers of NĐ 30/2020, Phụ lục IV and VI
        "Tên loại, số và ký hiệu, ngày tháng và tác giả",
        "Số, ký hiệu văn bản trả lời",
        "Tiến độ giải quyết",
        "Số đến",
        "Số đến (VB)",
        "Ý kiến phân phối, chỉ đạo giải quyết",
        "Trích yếu nội dung văn bản (không ghi với bì Tuyệt mật)",
        "Tên cơ quan, tổ chức ban hành văn bản",
        "Số thứ tự văn bản trong hồ sơ",
        "Bút tích",
        "Số trang văn bản",
        // and variants that nobody has listed
        "Số văn bản gửi đi",
        "Tên văn bản mật",
        "so cong van khan",
        "TRICHYEUVANBANDI",
        "t r i c h  y e u  v b",
        "noiNhanVaTrichYeu",
        "Độ mật, trích yếu",
        "Nơi nhận / Ghi chú",
        "ghi chú địa chỉ",
        "recipient_note",
        "Remarks (internal)",
        "document_no",
        "DocumentDate",
        "docKeywords",
        "letter-subject",
        "signerName",
        "chuc_vu_nguoi_ky",
        "soTrangVB",
        "thoi.han.bao.quan.ho.so",
        "pdf_file",
        "scan image",
        "fileHashValue",
        "md5sum file",
        "Số vào sổ văn bản",
        "Văn bản",
        "vb_id",
        "Mô tả"
      })
  void tells_names_of_content_by_what_they_contain(String name) {
    for (String spelt :
        List.of(
            name,
            name.toUpperCase(Locale.ROOT),
            name.toLowerCase(Locale.ROOT),
            Normalizer.normalize(name, Normalizer.Form.NFD),
            name.replace(' ', '_'),
            name.replaceAll("[ ,/]+", "."),
            name + " (2)",
            "1. " + name)) {
      assertThat(Forbidden.ourSpelling(spelt)).as(spelt).isPresent();
      assertThat(Forbidden.spellings()).contains(Forbidden.ourSpelling(spelt).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nơi nhận văn bản",
        "Nơi nhận",
        "noi_nhan",
        "NoiNhan_KhongDanhMuc",
        "Đơn vị nhận",
        "Đơn vị hoặc người nhận",
        "Mã cơ quan nhận",
        "Tên cơ quan, đơn vị nhận văn bản",
        "Tên người nhận",
        "Họ và tên người nhận",
        "Chức vụ người nhận",
        "recipientTitle",
        "Kính gửi",
        "Địa chỉ",
        "Địa chỉ thị trấn nơi nhận",
        "Địa chỉ nhận công văn",
        "Tổ dân phố",
        "Số nhà",
        "Số di động người nhận",
        "Độ mật",
        "Độ mật văn bản",
        "vbdDoMat",
        "DocSecurity",
        "CAPDOBAOMAT",
        "private_level",
        "Độ khẩn",
        "Mức độ khẩn của văn bản",
        "urgency_level",
        "Số bản",
        "SoBan",
        "Số lượng bản",
        "Số lượng văn bản",
        "Số lượng bì",
        "Số bì",
        "Số hiệu bì",
        "Mã bì",
        "Mã gói",
        "Mã đợt gửi",
        "Khối lượng",
        "Khối lượng (g)",
        "Trọng lượng",
        "WEIGHT",
        "Ngày gửi",
        "Ngày gửi văn bản",
        "Ngày, tháng gửi",
        "Ngày chuyển",
        "Giờ giao",
        "Giờ hẹn",
        "Đã vào sổ",
        "DaVaoSoMat",
        "Đã vào sổ bí mật nhà nước",
        "Đã vào Sổ đăng ký bí mật nhà nước đi",
        "Đã vào sổ văn bản mật đi",
        "Chỉ người có tên bóc bì",
        "Mạng",
        "Hình thức chuyển",
        "Đơn vị gửi văn bản",
        "RECEIVE_ORG_NAME",
        "receivingBody",
        "DETAIL_ID",
        "CONNECT_BATCH_ID",
        "SEND_DATE",
        "envelopeTitle of recipient",
        "MaNoiNhan",
        "DiaChiNhan",
        "ThoiDiem",
        "hand_off_id",
        "recipient_name",
        "entered_in_register"
      })
  void lets_names_of_the_outside_be(String name) {
    assertThat(Forbidden.ourSpelling(name)).isEmpty();
    assertThat(Forbidden.ourSpelling(name.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(Forbidden.ourSpelling(name.replace(' ', '_'))).isEmpty();
  }
}
