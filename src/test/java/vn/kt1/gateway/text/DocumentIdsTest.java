package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that tell of the document inside, and the ids that programs and clerks give. */
class DocumentIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234.KH-UBND",
        "1234.KH-UBND_ve-viec-abc",
        "1234.kh-ubnd_abc",
        "15-BC-TU",
        "15_bc_tu",
        "KH-UBND",
        "KH-UBND-2026",
        "Ke.KH-UBND",
        "QD-UBND_12",
        "45-2026-QD-UBND",
        "45.2026.TTr-SYT",
        "so-15-KH-UBND",
        "CV-123-SYT",
        "123-SYT-NVY",
        "123_syt_nvy",
        "2590-UBND-VX",
        "12-NQ-TW",
        "01-TT-BKHCN",
        "7-CT-TTg",
        "HP-2026-15-KH-SXD",
        "ve-viec-bo-tri-kinh-phi",
        "Ve_viec.abc",
        "veviecbotrikinhphi",
        "v-v-bo-tri-kinh-phi",
        "Vv_bo_tri",
        "trich-yeu-abc",
        "Bao-cao-ket-qua-kiem-tra",
        "BaoCaoKetQuaKiemTra2026",
        "baocaoketquakiemtra",
        "Ke-hoach-phong-chong-khung-bo-nam-2026",
        "to-trinh-xin-kinh-phi",
        "mua-sam-vu-khi-dan-duoc",
        "bao-cao-toi-mat",
        "TWVhIGN1bHBhIG1lYSBtYXhpbWEgY3VscGEgbWVhIGN1bHBhIG1lYSBjdWxwYQ_x",
        "K7gNU3sdo-OL0wNhqoVWhr3g6s1xYv72ol_pe_Unols9Xr2Kc0aYtQwZbFhEdGuJ",
        "SGVsbG8gd29ybGQgZm9v",
        "5468652071756963206b2062726f776e",
        "KRUGKIDROVUWG2ZAMJZG653O",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void are_told_that_say_something_of_the_document(String id) {
    assertThat(DocumentIds.tell(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "HP-1",
        "null",
        "SKHCN-2026-000123",
        "SKHCN-2026-000123-1",
        "HP-2026-11-30_0001",
        "2026.11.30-0007",
        "20261130T091500",
        "2026-11-30",
        "CH-0042-1",
        "HB-01",
        "QN-SYT-2026-00012",
        "SYT-NVY-2026-00012",
        "UBND-HB-0001",
        "2026-SYT-NVY-001",
        "KH-SYT-2026-000123-1",
        "TB-0001",
        "BC-2026-0015",
        "CV-2026-000123",
        "DOT-12-BI-3",
        "envelope-batch-from-eoffice-2026-01",
        "hp-eoffice-prod-batch-0007",
        "so-gui-van-ban-di-buu-dien-2026-11-30",
        "danh-sach-bi-thu-ngay-30-11-2026",
        "phuong-hong-bang-ban-giao-2026-11-30",
        "ubnd-dac-khu-cat-hai-30.11.2026",
        "So-Khoa-hoc-va-Cong-nghe-2026-11-30",
        "so-ke-hoach-va-dau-tu-0012",
        "handoff.2026.334",
        "550e8400-e29b-41d4-a716-446655440000",
        "550E8400-E29B-41D4-A716-446655440000",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "d41d8cd98f00b204e9800998ecf8427e",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "507f1f77bcf86cd799439011",
        "0ujtsYcgvSTl8PAuAdqWYSMnLOv",
        "V1StGXR8_Z5jdHi6B-myT",
        "-NxYz12AbCdEfGhIjKlM",
        "1795999999999999999",
        "000.00.16.H24-2026-0001",
        "H24.16-20261130-0001",
        "clerks-note-column"
      })
  void go_on_that_only_name(String id) {
    assertThat(DocumentIds.tell(id)).isFalse();
  }

  @Property(tries = 300)
  boolean a_uuid_goes_on(@ForAll long most, @ForAll long least) {
    return !DocumentIds.tell(new UUID(most, least).toString());
  }

  @Property(tries = 300)
  boolean a_digest_of_sixteen_bytes_goes_on(@ForAll @Size(16) byte[] bytes) {
    return !DocumentIds.tell(HexFormat.of().formatHex(bytes));
  }

  @Property(tries = 300)
  boolean a_unit_a_year_and_a_serial_go_on(
      @ForAll @IntRange(min = 0, max = 4) int unit,
      @ForAll @IntRange(min = 2025, max = 2030) int year,
      @ForAll @IntRange(min = 1, max = 999_999) int serial,
      @ForAll @IntRange(min = 1, max = 500) int envelope) {
    String name = new String[] {"SKHCN", "SYT", "UBND", "H24.16", "HP"}[unit];
    return !DocumentIds.tell("%s-%d-%06d-%d".formatted(name, year, serial, envelope));
  }

  @Test
  void a_sentence_in_base64_is_told_however_it_is_cut() {
    String text = "bao cao ket qua kiem tra nam nay";
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    for (String separator : new String[] {"", "-", ".", "_"}) {
      String id = encoded.replaceAll("(.{4})(?=.)", "$1" + separator);
      assertThat(DocumentIds.tell(id.substring(0, Math.min(64, id.length())))).as(id).isTrue();
    }
  }
}
