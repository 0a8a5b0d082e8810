package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCodeTest {

  @ParameterizedTest
  @CsvSource({
    "47312482, 9",
    "12345678, 5",
    "00000000, 5",
    "00000001, 4",
    "00000010, 2",
    "00000008, 0",
    "00000012, 0",
    "00000015, 5",
    "00000005, 9",
    "99999999, 5"
  })
  void has_the_check_digit_of_the_standard(String serial, int check) {
    assertThat(ItemCode.checkDigit(serial)).isEqualTo(check);
  }

  @Test
  void begins_with_the_letters_of_the_service_and_ends_with_the_country() {
    assertThat(ItemCode.of(47312482)).isEqualTo("MK473124829VN");
    assertThat(ItemCode.serialOf("MK473124829VN")).isEqualTo(47312482);
  }
}
