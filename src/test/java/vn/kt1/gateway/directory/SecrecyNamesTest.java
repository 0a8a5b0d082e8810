package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names speak of a document's secrecy, and which have its letters by chance. */
class SecrecyNamesTest {

  /** The words for secrecy, in words. */
  private static final List<String> SECRECY =
      List.of(
          "do mat",
          "bao mat",
          "bi mat",
          "toi mat",
          "tuyet mat",
          "cap mat",
          "muc mat",
          "dau mat",
          "do bao mat",
          "cap do mat",
          "muc do bao mat",
          "bi mat nha nuoc",
          "secret",
          "secrecy",
          "top secret",
          "confidential",
          "confidentiality",
          "classification",
          "classified",
          "classify",
          "security level",
          "doc security",
          "security classification",
          "private level");

  private static final List<String> AROUND =
      List.of("", "ten", "vbd", "ma", "loai", "is", "van ban", "doc", "id", "name", "code", "1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DoMat",
        "SecLevel",
        "sec_level",
        "Marking",
        "Độ mật",
        "ĐộMật",
        "do_mat",
        "do-mat",
        "domat",
        "DOMAT",
        "dOmAt",
        "DoMatId",
        "domat_id",
        "DoMatVanBan",
        "TenDoMat",
        "tendomatvanban",
        "vbdDoMat",
        "vbddomat",
        "IsMatVanBan",
        "ismatvanban",
        "MucDoBaoMatId",
        "MUCDOBAOMATID",
        "CapDoBaoMat",
        "CapMat",
        "MucMat",
        "DauMat",
        "BiMatNhaNuoc",
        "Mat",
        "MAT",
        "mat",
        "Mật",
        "MẬT",
        "IsMat",
        "is_mat",
        "LoaiMat",
        "VanBanMat",
        "vanbanmat",
        "MatVanBan",
        "CongVanMat",
        "TaiLieuMat",
        "HoSoMat",
        "ToiMat",
        "TuyetMat",
        "Mat1",
        "M_A_T",
        "D.O.M.A.T",
        "NhanMat",
        "DoMat2",
        "Secret",
        "TopSecret",
        "IsSecret",
        "secretLevel",
        "SecretLevelName",
        "Secrecy",
        "SecrecyDegree",
        "BMNN",
        "LaBMNN",
        "sEcReT",
        "Confidential",
        "confidentiality",
        "Confidentiel",
        "Classification",
        "SecurityClassification",
        "Classified",
        "Unclassified",
        "classify",
        "SecurityLevel",
        "SecurityLevelId",
        "DocSecurity",
        "DocumentSecurity",
        "Security",
        "private_level",
        "PrivateLevel",
        "privacyLevel",
        "Sensitivity",
        "ProtectiveMarking",
        "mark",
        "Mark",
        "DоМаt",
        "ＤｏＭａｔ",
        "Do\u200BMat",
        "SECURITÉ"
      })
  void a_name_with_a_word_for_secrecy_is_told(String name) {
    assertThat(SecrecyNames.contains(name)).isTrue();
    assertThat(SecrecyNames.contains(Normalizer.normalize(name, Normalizer.Form.NFD))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Format",
        "FileFormat",
        "DocumentFormat",
        "DateFormat",
        "format",
        "FORMAT",
        "Information",
        "PromulgationInfo",
        "Automatic",
        "Diplomat",
        "Matrix",
        "Match",
        "Matter",
        "Material",
        "Estimate",
        "Climate",
        "ToDoMaterial",
        "PseudoMatch",
        "MaTaiLieu",
        "MaTinh",
        "MaThongTin",
        "MaTrangThai",
        "MatKhau",
        "matkhau",
        "CapMatKhau",
        "DoiMatKhau",
        "MatHang",
        "TenMatHang",
        "MatBang",
        "SoDoMatBang",
        "MatDo",
        "MatDoXayDung",
        "TienMat",
        "TienDoMatBang",
        "BeMat",
        "VangMat",
        "MặtTrận",
        "CóMặt",
        "NgàyMất",
        "MatTranToQuoc",
        "Secretary",
        "SecretaryName",
        "Secretariat",
        "Confidence",
        "Class",
        "ClassName",
        "Secure",
        "Private",
        "Privacy",
        "Priority",
        "OtherInfo",
        "Remark",
        "MarkupType",
        "Bookmark",
        "DoKhan",
        "MucDo",
        "CapDo",
        "BaoCao",
        "BaoHiem",
        "ToiDa",
        "mustUnderstand",
        "OrganName",
        "SphereOfPromulgation",
        "TyperNotation",
        "Bussiness",
        "BussinessDocReason",
        "StaffInfo",
        "TraceHeaderList",
        "ContentTransferEncoded",
        "CanonicalizationMethod",
        "X509IssuerSerial",
        "SignatureMethod",
        "Appendixes",
        "edXMLManifest",
        "schemaLocation",
        "",
        "_",
        "1"
      })
  void a_name_that_has_the_letters_by_chance_is_not(String name) {
    assertThat(SecrecyNames.contains(name)).isFalse();
  }

  @Property(tries = 2_000)
  void however_its_words_are_joined(@ForAll("joined") String name) {
    assertThat(SecrecyNames.contains(name)).isTrue();
  }

  @Provide
  Arbitrary<String> joined() {
    Arbitrary<String> around = Arbitraries.of(AROUND);
    return Combinators.combine(
            around, Arbitraries.of(SECRECY), around, Arbitraries.integers().between(0, 6))
        .as((before, secrecy, after, style) -> joined(before + " " + secrecy + " " + after, style));
  }

  private static String joined(String words, int style) {
    Stream<String> each = Stream.of(words.strip().split(" +"));
    return switch (style) {
      case 0 -> words.strip().replace(' ', '_').replaceAll("_+", "_");
      case 1 -> words.strip().replaceAll(" +", "-");
      case 2 -> words.replace(" ", "");
      case 3 -> words.replace(" ", "").toUpperCase(Locale.ROOT);
      case 4 -> each.map(SecrecyNamesTest::hump).reduce("", String::concat);
      case 5 -> each.map(SecrecyNamesTest::hump).reduce("a", (a, b) -> a + "." + b);
      default -> words;
    };
  }

  private static String hump(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
