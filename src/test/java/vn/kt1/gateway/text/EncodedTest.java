package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes written as letters in a name or an address, and names that only look strange. */
class EncodedTest {

  private static final List<String> SEPARATORS = List.of(" ", "-", ":", ", ", ".");

  @Property(tries = 200)
  void random_bytes_in_base64_are_told_in_groups_of_any_size(
      @ForAll @Size(48) byte[] bytes,
      @ForAll @IntRange(min = 4, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 4) int separator) {
    // Bytes that repeat make groups that do.
    if (new HashSet<>(List.of(box(bytes))).size() > 40) {
      String encoded = Base64.getEncoder().encodeToString(bytes);
      assertThat(Encoded.inText(cut(encoded, size, SEPARATORS.get(separator)))).isTrue();
    }
  }

  private static Byte[] box(byte[] bytes) {
    Byte[] boxed = new Byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      boxed[i] = bytes[i];
    }
    return boxed;
  }

  @Property(tries = 200)
  void a_sentence_is_told_in_base64_and_hexadecimal(
      @ForAll @IntRange(min = 2, max = 16) int size,
      @ForAll @IntRange(min = 0, max = 4) int separator) {
    byte[] text = "ke hoach bao ve muc tieu quan trong".getBytes(StandardCharsets.UTF_8);
    String sign = SEPARATORS.get(separator);
    assertThat(Encoded.inText(cut(Base64.getEncoder().encodeToString(text), size, sign))).isTrue();
    assertThat(Encoded.inText(cut(HexFormat.of().formatHex(text), size, sign))).isTrue();
  }

  private static String cut(String encoded, int size, String separator) {
    return encoded.replaceAll("(.{" + size + "})(?=.)", "$1" + separator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SGVs bG8g d29y bGQg Zm9v IGJh",
        "5468 6520 7175 6963 6b20 6272",
        "54686520 71756963 6b206272",
        "KRUGKIDROVUWG2ZAMJZG653O",
        "KRUG KIDR OVUW G2ZA MJZG 653O",
        "krug kidr ovuw g2za mjzg 653o",
        "begin 644 a M5&AE('%U:6-K(&)R;W=N(&9O>\"!J=6UP<R!O",
        "M5&AE('%U:6-K(&)R;W=N(&9O>\"!J=6UP<R!O",
        "<+ohc6$PS#+ED%+D.=;-EFDtlGH>=*q~>",
        "<~87cURD]i,\"Ebo80~>",
        "VGjhu6kgbeG6rXQ=",
        "VGjhu6kgbeG6rXQ",
        "%53%65%63%72%65%74",
        "%54%C3%AC%6E",
        "\\x53\\x65\\x63",
        "01010011 01100101 01100011",
        "Sở Y tế SGVsbG8gd29ybGQhIQ2xyz"
      })
  void encoded_bytes_are_told(String text) {
    assertThat(Encoded.inText(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Khoa học và Công nghệ thành phố Hải Phòng",
        "So Khoa hoc va Cong nghe thanh pho Hai Phong",
        "SO KHOA HOC VA CONG NGHE THANH PHO HAI PHONG",
        "Công ty TNHH MTV Cảng Hải Phòng, 8A Trần Phú",
        "CT2 B4 N05 HH1C KĐT Linh Đàm",
        "P1203 CT2A KDT Van Khe Ha Dong",
        "12A/15B/17C Lê Lợi",
        "Nha 12a 12b 12c 12d ngo 5",
        "Binh Minh Xuan Linh Phu Quoc",
        "Chi nhánh VietinBank, TechcomBank, VietcomBank, AgriBank",
        "McDonald iPhone eOffice MyVNPost",
        "0225 3842 1234 0912 345678",
        "van-thu@so-khcn.hai-phong.example",
        "Nguyễn Thị A <nguyen_a@hai-phong.example>",
        "Tầng 5, tòa nhà \"Hải An\", số 1A; (cổng 2) & 3 - #5",
        "2026 1130 0007 0001 0002",
        "K12/3 H4/5 Nguyễn Văn Linh"
      })
  void names_and_addresses_are_not(String text) {
    assertThat(Encoded.inText(text)).isFalse();
  }
}
