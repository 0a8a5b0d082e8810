package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells a degree in a text people read, and what only sounds so. */
class DegreeWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Y tế (mật)",
        "Sở Y tế - Mật",
        "Mật: Sở Y tế",
        "Bì Tuyệt mật",
        "TỐI MẬT",
        "tối  mật - Phòng Tổng hợp",
        "Văn thư Sở Y tế, bì tối mật",
        "M Ậ T",
        "T Ố I  M Ậ T",
        "T.U.Y.Ệ.T M.Ậ.T",
        "M-Ậ-T",
        "TỐIMẬT",
        "Tuyệtmật",
        "MẬT1",
        "2MẬT3",
        "MẬT_01",
        "toi mat",
        "TOIMAT",
        "Tuyet Mat",
        "t u y e t m a t",
        "TUYỆT MÂT",
        "TỐI MAT",
        "So Y te - MAT",
        "So Y te (mat)",
        "MAT",
        "van ban mat",
        "Cong van mat gui So Y te",
        "công văn mật",
        "Bì không mật",
        "Độ mật: Mật",
        "Độ mật: A",
        "đóng dấu B",
        "Ông Nguyễn Văn Anh MẬT",
        "Phường MẬT",
        "\u041C\u1EACT",
        "\u041C\u0410\u0302\u0323\u0422",
        "M\u200B\u1EACT",
        "\uFF2D\u1EACT",
        "Top Secret",
        "top-secret",
        "TOPSECRET",
        "S E C R E T",
        "Secret2",
        "confidential",
        "Confidential - HR",
        "CLASSIFIED",
        "KT1_A",
        "KT1-B",
        "kt1c",
        "KT1 A",
        "KT1_C_EXPRESS",
        "Hồ sơ Mật",
        "Phạm vi Mật",
        "Vũ khí Mật",
        "Trần Quốc MẬT",
        "Nguyễn Văn A, Mật",
        "KT1 (A)",
        "dịch vụ KT1 hạng A",
        "ĐM: A",
        "Bì KT1 B, khẩn"
      })
  void tells_a_degree_however_it_is_written(String text) {
    assertThat(DegreeWords.in(text)).isTrue();
    assertThat(DegreeWords.in(Normalizer.normalize(text, Normalizer.Form.NFD))).isTrue();
    for (String around : List.of(text + ".", "- " + text + ", Hải Phòng", "\"" + text + "\"")) {
      assertThat(DegreeWords.in(around)).as(around).isTrue();
    }
    assertThat(DegreeWords.in(DegreeWords.removedFrom(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phòng Bảo mật",
        "Cục An toàn thông tin - Phòng Bảo mật dữ liệu",
        "Ban Cơ yếu Chính phủ",
        "Phòng Cơ yếu, Văn phòng Tỉnh ủy",
        "Ban chỉ đạo bảo vệ bí mật nhà nước",
        "Tổ bảo vệ Bí mật Nhà nước",
        "Bổ sung độ mật",
        "state secrets",
        "the register of state secret items",
        "Thư ký (Secretary)",
        "Secretariat",
        "Công ty Mật ong Phong Điền",
        "Hợp tác xã mật ong",
        "Trường Mật mã",
        "Học viện Kỹ thuật Mật mã",
        "Khoa Gan mật, Bệnh viện Việt Tiệp",
        "Khoa Gan - Mật - Tụy",
        "Phường Mật Sơn, Thanh Hóa",
        "12 đường Mật Sơn",
        "PHƯỜNG MẬT SƠN",
        "Thôn Mật Ninh",
        "thôn Yên Mật",
        "Ông Nguyễn Văn Mật",
        "Bà Trần Thị Mật",
        "Trần Mật",
        "Trần Quốc Mật",
        "Bùi Công Mật",
        "Phan Thế Mật",
        "NGUYỄN VĂN MẬT",
        "Thượng tá Nguyễn Mật",
        "PGS.TS. Lê Thế Mật",
        "Hồ Sỹ Mật",
        "Hẻm Mật",
        "Khu vực suối Mật",
        "Đồng chí Lê Mật",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "UY BAN MAT TRAN TO QUOC",
        "Ban Thường trực Mặt trận",
        "Toi Mat tran To quoc",
        "Benh vien Mat Hai Phong",
        "Bệnh viện Mắt",
        "Mặt bằng tầng 2",
        "Nguyễn Tuyết Mát",
        "Hòm thư góp ý: đã mất, tôi mất",
        "Cục A, Phòng B, Tổ C",
        "Khu A1, KT1",
        "Phòng KT1 A Lưới",
        "Sở Y tế"
      })
  void lets_be_what_only_sounds_so(String text) {
    assertThat(DegreeWords.in(text)).isFalse();
    assertThat(DegreeWords.removedFrom(text)).isEqualTo(text);
    assertThat(DegreeWords.in(Normalizer.normalize(text, Normalizer.Form.NFD))).isFalse();
    assertThat(DegreeWords.in(text.toLowerCase(Locale.ROOT))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KT1_A_EXPRESS tuyệt mật                  | KT1",
        "KT1_EXPRESS                              | KT1",
        "KT1_B_EXPRESS_TIMED                      | KT1",
        "Phát thành công bì TỐI MẬT (Mật) Hồng Bàng | Phát thành công bì Hồng Bàng",
        "Bưu cục KT1-C, Hải Phòng                 | Bưu cục KT1, Hải Phòng",
        "tuyệt mật                                | ''"
      })
  void takes_them_out_and_leaves_no_trace(String text, String left) {
    assertThat(DegreeWords.removedFrom(text)).isEqualTo(left);
  }
}
