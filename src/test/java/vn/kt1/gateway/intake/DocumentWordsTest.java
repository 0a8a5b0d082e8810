package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
        "Quận 7/TP-HCM"
      })
  void passes_names_and_streets(String outside) {
    assertThat(DocumentWords.in(outside)).isFalse();
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
        "TRÍCH YẾU nội dung"
      })
  void tells_numbers_and_subjects_of_documents(String inside) {
    assertThat(DocumentWords.in(inside)).isTrue();
  }
}
