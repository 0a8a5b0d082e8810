package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Kt1ServiceTest {

  @ParameterizedTest
  @CsvSource({
    "NONE, NORMAL, KT1",
    "CONFIDENTIAL, NORMAL, KT1_C",
    "SECRET, NORMAL, KT1_B",
    "TOP_SECRET, NORMAL, KT1_A",
    "NONE, EXPRESS, KT1_EXPRESS",
    "SECRET, EXPRESS, KT1_B_EXPRESS",
    "CONFIDENTIAL, TIMED, KT1_C_TIMED",
    "TOP_SECRET, EXPRESS_TIMED, KT1_A_EXPRESS_TIMED",
    "NONE, URGENT, KT1",
    "SECRET, VERY_URGENT, KT1_B",
    "TOP_SECRET, UNKNOWN, KT1_A"
  })
  void is_put_together_from_mark_and_urgency(Secrecy secrecy, Urgency urgency, String service) {
    assertThat(Kt1Service.of(secrecy, urgency).name()).isEqualTo(service);
  }

  @Test
  void is_one_of_sixteen_classes() {
    for (Secrecy secrecy : Secrecy.values()) {
      for (Urgency urgency : Urgency.values()) {
        assertThat(Kt1Service.of(secrecy, urgency).name())
            .matches("KT1(_[ABC])?(_EXPRESS|_TIMED|_EXPRESS_TIMED)?");
      }
    }
  }
}
