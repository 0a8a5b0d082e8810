package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCodeTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/shipment/s10-items.csv", numLinesToSkip = 1)
  void flags_published_samples_as_they_are(String item, String ok, char expected) {
    assertThat(ItemCode.of(item).checkDigitValid()).isEqualTo(ok.equals("True"));
    String mended = item.substring(0, 10) + expected + item.substring(11);
    assertThat(ItemCode.of(mended).checkDigitValid()).isTrue();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/shipment/s10-serials.csv", numLinesToSkip = 1)
  void takes_one_check_digit_for_a_serial_and_no_other(String serial, int check) {
    for (int digit = 0; digit < 10; digit++) {
      assertThat(ItemCode.of("RA" + serial + digit + "VN").checkDigitValid())
          .as(serial + digit)
          .isEqualTo(digit == check);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RA473124829US",
        "ra473124829us",
        " RA 473 124 829 US ",
        "RA.473.124.829-US",
        "RA\u00a0473124829\u2007US",
        "ＲＡ４７３１２４８２９ＵＳ"
      })
  void has_one_spelling(String written) {
    ItemCode code = ItemCode.of(written);
    assertThat(code.normalised()).isEqualTo("RA473124829US");
    assertThat(code.raw()).isEqualTo(written);
    assertThat(code.checkDigitValid()).isTrue();
  }

  @Test
  void keeps_codes_of_other_families_and_only_says_they_fail_the_check() {
    ItemCode code = ItemCode.of("CKT1-2026.000123");
    assertThat(code.normalised()).isEqualTo("CKT12026000123");
    assertThat(code.checkDigitValid()).isFalse();
  }

  @Property
  void normalises_once(@ForAll @CharRange(to = 127) String written) {
    String once = ItemCode.of(written).normalised();
    assertThat(ItemCode.of(once).normalised()).isEqualTo(once);
  }
}
