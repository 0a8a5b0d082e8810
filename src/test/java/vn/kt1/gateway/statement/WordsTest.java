package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  /** The words that the room which charges has. */
  @ParameterizedTest
  @ValueSource(
      strings = {"tariff", "zone", "weight", "price", "charge", "surcharge-A", "surcharge-EXPRESS"})
  void what_is_missing_is_said_in_vietnamese(String word) {
    assertThat(Words.missing(word)).isNotEqualTo(word).matches("(?U).*[^\\x00-\\x7f].*");
  }

  @Test
  void a_price_of_both_urgencies_is_named_as_the_service_is() {
    assertThat(Words.missing("surcharge-EXPRESS_TIMED")).isEqualTo("phụ phí Hỏa tốc Hẹn giờ");
    assertThat(Words.service("KT1_C_EXPRESS_TIMED")).isEqualTo("KT1 C Hỏa tốc Hẹn giờ");
  }

  @Test
  void a_word_nobody_knows_is_shown_as_it_is() {
    assertThat(Words.missing("new-word")).isEqualTo("new-word");
  }

  @ParameterizedTest
  @CsvSource({"0,0 đ", "999,999 đ", "1000,1.000 đ", "1234567,1.234.567 đ"})
  void money_has_dots_between_thousands(long dong, String shown) {
    assertThat(Words.dong(dong)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"8,8%", "8.00,8%", "10,10%", "8.50,'8,5%'"})
  void a_rate_has_a_comma(BigDecimal rate, String shown) {
    assertThat(Words.percent(rate)).isEqualTo(shown);
  }
}
