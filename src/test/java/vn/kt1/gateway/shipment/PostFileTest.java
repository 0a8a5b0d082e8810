package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.post.PostTrouble;

/** What the post may call its files, and what people see of it. */
class PostFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KT1_A.csv",
        "bien-nhan-KT1-B-20261122.csv",
        "KT1_C_EXPRESS.xlsx",
        "toi-mat.csv",
        "TUYET_MAT_2026.csv",
        "MAT_20261122.csv",
        "secret.csv"
      })
  void a_name_that_tells_a_degree_is_not_shown(String name) {
    assertThat(PostFile.shownName(name)).isEqualTo("*");
    assertThat(PostTrouble.reference(name, "0123456789abcdef")).isEqualTo("*-01234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"r1.csv", "KT1-RECEIPT_hai-phong_20261122T090000_0001.csv", "bien_nhan.xlsx"})
  void any_other_is(String name) {
    assertThat(PostFile.shownName(name)).isEqualTo(name);
    String reference = PostTrouble.reference(name, "0123456789abcdef");
    assertThat(reference).isEqualTo(name + "-01234567");
    assertThat(PostTrouble.file(reference)).isEqualTo(name);
  }
}
