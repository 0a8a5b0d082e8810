package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name or an address may say, and what it may not. */
class DocumentWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "45/12 Lê Lợi, phường Máy Tơ",
        "K12/3 Núi Thành",
        "Số 18 Hoàng Diệu",
        "12/5/7A Trần Phú",
        "123/45/QL1A",
        "Ngõ 12/TT-A khu tập thể Bờ Hồ",
        "P.1203/CT-A Mỹ Đình",
        "Tổ 5, khu phố 2/9",
        "Lô 7/KCN Nomura",
        "Văn phòng UBND tỉnh, số 52 Hùng Vương",
        "Phòng Về hưu, Sở Nội vụ",
        "Ban Việc làm",
        "Ông Nguyễn Văn Về",
        "V/P Sở Y tế",
        "Khối Đảng - Về phía đông cầu Rào",
        "Quận 7/TP-HCM",
        "12/5 Lê Lợi",
        "Số 15 ngõ 3/12 Lạch Tray",
        "Km 5 QL5",
        "Km 12+500 QL5, phường Sở Dầu",
        "38/1A Trần Phú",
        "P.202-CT2",
        "P.12/CT-HH Bắc Linh Đàm",
        "Phòng 1203-CT2A, KĐT Văn Khê",
        "Số 5/QL-CA",
        "Lô 12/KCN-ĐV Đình Vũ",
        "12/le-loi",
        "5/Tran-Phu",
        "24/7 Nguyễn Đức Cảnh",
        "Số 52, ngày làm việc 8h-17h",
        "Ban Kế hoạch - Tài chính",
        "Phòng Kế hoạch 2",
        "Sở Kế hoạch và Đầu tư",
        "Văn phòng HĐND-UBND",
        "VP Đoàn ĐBQH-HĐND tỉnh",
        "Trung tâm tư vấn về việc làm",
        "Hộp thư 12, VPĐD",
        "QL1A-QL10",
        "SĐT 0225.3842.123",
        "Tổ 12 - TDP Bắc Hà",
        "Báo cáo viên Trung ương Hội",
        "Kế hoạch - Tài chính",
        "Kế hoạch viên chính Sở",
        "Kế hoạch và Đầu tư thành phố",
        "Bệnh viện TWQĐ 108",
        "NH QĐ 19",
        "Thanh tra - Hồ sơ",
        "Công ty CP 22-12",
        "D2/E50/F363",
        "Chi nhánh TP. HCM",
        "SH-05, Vinhomes Marina",
        "www.haiphong.gov.vn",
        "https://haiphong.gov.vn",
        "Công ty KH-TW",
        "Phòng TC-KH",
        "Ông A, TT-TT Văn hóa"
      })
  void passes_names_and_streets(String outside) {
    assertThat(DocumentWords.in(outside)).isFalse();
    assertThat(DocumentWords.inName(outside)).isFalse();
    assertThat(Shape.ofContent(outside)).isFalse();
    assertThat(Mojibake.surely(outside)).isNull();
    assertThat(Mojibake.likely(outside)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguyễn Thị Hồng Nhung <hong.nhung@example.vn>",
        "Bà Trần Thị Ngọc Ánh & Cộng sự",
        "Số 5½ phố Hàng Bài",
        "NGUYỄN ÁI QUỐC - NGHIÊNG TRƯỜNG THƯỢNG",
        "Ban QLDA ĐTXD các CTGT",
        "Sở NN&PTNT",
        "Ngô Quyền? (hỏi bảo vệ)",
        "Cục Thuế/Chi cục 1",
        "Sihanoukville, Cambodia: Rue d'Angkor, Noël Müller"
      })
  void passes_what_only_looks_strange(String outside) {
    assertThat(DocumentWords.in(outside)).isFalse();
    assertThat(DocumentWords.inName(outside)).isFalse();
    assertThat(Shape.ofContent(outside)).isFalse();
    assertThat(Mojibake.surely(outside)).isNull();
    assertThat(Mojibake.likely(outside)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123/QĐ-UBND",
        "Sở Y tế (45/2026/TTr-SYT)",
        "theo 7/CT-TTg",
        "V/v bố trí kinh phí",
        "Về việc bố trí kinh phí",
        "Sở Y tế: về  việc X",
        "TRÍCH YẾU nội dung",
        "123/SYT-NVY",
        "Sở Y tế 123/SYT-NVY",
        "123 / SYT - NVY",
        "123/syt-nvy",
        "123 / syt - nvy",
        "12-BC/TU",
        "12 - bc / tu",
        "12/BC–SYT",
        "12/bc-syt",
        "12 / BC — SYT",
        "12\uFF0FBC\uFF0DSYT",
        "12\u2215BC\u2011SYT",
        "Số: 15/KH-UBND",
        "số 15/kh-ubnd",
        "Số 15/KH",
        "15/2026/TT-BKHCN",
        "Công văn số 123",
        "Quyết định số: 45",
        "số 123 ngày 5/11/2026",
        "15 KH-UBND",
        "2590/UBND-VX",
        "01-NQ/TW",
        "45/QĐ_UBND",
        "45/QD.UBND",
        "12/\u0412\u0421-SYT",
        "Sở Y tế V/v cấp kinh phí",
        "Sở Y tế (V/v cấp kinh phí)",
        "v / v cấp kinh phí",
        "Vv: cấp kinh phí",
        "Sở Y tế về việc cấp kinh phí",
        "ve viec cap kinh phi",
        "VE-VIEC cap kinh phi",
        "Sở Y tế trích yếu kế hoạch",
        "trich yeu abc",
        "V\u200B/v cấp kinh phí",
        "công văn 15",
        "Quyết định 1234",
        "QĐ 1234/2026",
        "NQ18/TW",
        "15-KH-UBND",
        "15.KH.UBND",
        "15_KH_UBND",
        "15 KH UBND",
        "KH-UBND",
        "1234/BCA-A05",
        "Ký bởi Nguyễn Văn A",
        "Người ký: Nguyễn Văn A",
        "Số trang: 12",
        "bao-cao-thanh-tra.docx",
        "KH phong thu 2026.pdf",
        "file:///C:/vb/15",
        "C:\\vanban\\15",
        "Nội dung: cấp kinh phí"
      })
  void tells_numbers_and_subjects_of_documents(String inside) {
    assertThat(DocumentWords.in(inside)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Báo cáo kết quả thanh tra",
        "Phương án tác chiến khu vực",
        "Tờ trình nhân sự Đại hội",
        "Hồ sơ vụ án số 12",
        "Danh sách cán bộ luân chuyển",
        "(Quyết định kỷ luật cán bộ)"
      })
  void tells_a_title_where_a_name_is_asked_for(String title) {
    assertThat(DocumentWords.inName(title)).isTrue();
    assertThat(DocumentWords.inName(title.toUpperCase(Locale.ROOT))).isTrue();
  }
}
