package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTest {

  @ParameterizedTest
  @CsvSource({
    "000.00.16.H24, H24.16",
    "000.12.07.H49, H49.07.12",
    "28.22.H17, H17.22.28",
    "01.02.G22, G22.02.01",
    "000.00.00.G22, G22",
    "000.00.15.H51, H51.15",
    "' 000.00.16.h24 ', H24.16"
  })
  void turns_the_legacy_form_round(String legacy, String present) {
    assertThat(UnitCode.readable(legacy)).isTrue();
    assertThat(UnitCode.normalise(legacy)).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({
    "H24.16, H24.16",
    "h24.16, H24.16",
    "H01.01.03, H01.01.03",
    "H24, H24",
    "001.00.20.TT2, 001.00.20.TT2",
    "vxp.saas.03, VXP.SAAS.03"
  })
  void leaves_the_present_form_and_other_families_as_they_are(String code, String same) {
    assertThat(UnitCode.readable(code)).isTrue();
    assertThat(UnitCode.normalise(code)).isEqualTo(same);
    assertThat(UnitCode.normalise(same)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvFileSource(files = "config/units/sample-units.csv", numLinesToSkip = 1)
  void turns_every_sample_unit_into_its_own_code(String code, String legacy) {
    assertThat(UnitCode.normalise(legacy)).isEqualTo(code);
    assertThat(UnitCode.normalise(code)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "H24.", ".H24", "H24..16", "H24 16", "H24/16", "Đ24.16"})
  void knows_what_is_no_code(String text) {
    assertThat(UnitCode.readable(text)).isFalse();
  }

  @Test
  void reads_at_most_thirty_five_characters() {
    assertThat(UnitCode.readable("H".repeat(35))).isTrue();
    assertThat(UnitCode.readable("H".repeat(36))).isFalse();
  }
}
