package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.ItemCode.Doubt;

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
        "ＲＡ４７３１２４８２９ＵＳ",
        "'RA473124829US",
        "’RA473124829US’",
        "=\"RA473124829US\"",
        "\"RA473124829US\"",
        "RA-473\u2013124\u2010829\u2014US",
        "\uFEFFRA473124829\u200bUS",
        "RA473124829US.0",
        "RA473124829US,0"
      })
  void has_one_spelling(String written) {
    ItemCode code = ItemCode.of(written);
    assertThat(code.normalised()).isEqualTo("RA473124829US");
    assertThat(code.raw()).isEqualTo(written);
    assertThat(code.checkDigitValid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "600388060773",
        "600388060773.0",
        "600388060773,0",
        "600388060773.00",
        "'600388060773",
        "'600388060773.0",
        "=\"600388060773\"",
        "=\"600388060773.0\"",
        " 600 388 060 773.0 ",
        "600.388.060.773",
        "600.388.060.773.0",
        "6003-8806-0773",
        "６００３８８０６０７７３．０"
      })
  void a_number_of_a_spreadsheet_is_the_code_before_its_decimals(String written) {
    ItemCode code = ItemCode.of(written);
    assertThat(code.normalised()).isEqualTo("600388060773");
    assertThat(code.doubt()).isNull();
  }

  @Property
  void no_dress_makes_it_another_item(
      @ForAll @Chars({'0', '1', '7', 'A', 'K'}) @StringLength(min = 5, max = 30) String code,
      @ForAll("dresses") String dress) {
    Assume.that(ItemCode.of(code).doubt() == null);
    assertThat(ItemCode.of(dress.replace("x", code)).normalised()).isEqualTo(code);
  }

  @Provide
  Arbitrary<String> dresses() {
    return Arbitraries.of(
        "x", " x ", "'x", "=\"x\"", "x.0", "x,0", "'x.0", "=\"x,0\"", "-x.0", "x .0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6.00388E+12 | LOST_DIGITS",
        "6,00388E+12 | LOST_DIGITS",
        "6.00388e12 | LOST_DIGITS",
        "600.4E+9 | LOST_DIGITS",
        "'''6E+12' | LOST_DIGITS",
        "6E12 | LOST_DIGITS",
        "600388.000 | TWO_READINGS",
        "600388,000 | TWO_READINGS",
        "600.388.00 | TWO_READINGS",
        "CKT1-2026.000 | TWO_READINGS",
        "600,388,060 | UNREADABLE",
        "R! | UNREADABLE",
        "- | UNREADABLE",
        "12 | UNREADABLE"
      })
  void what_may_be_another_item_is_none(String written, Doubt doubt) {
    assertThat(ItemCode.of(written).doubt()).isEqualTo(doubt);
    assertThat(ItemCode.of(written).normalised()).doesNotMatch("[A-Z0-9]{5,}");
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
