package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an answer is read too slowly. */
class SendingTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S, false",
    "0, PT10S, false",
    "0, PT11S, true",
    "45055, PT11S, true",
    "45056, PT11S, false",
    "4096000, PT1000S, false",
    "4095999, PT1000S, true",
    "9999999999, PT10000S, false",
    "0, PT1000000S, true"
  })
  void below_a_rate_after_a_slow_beginning(long sent, Duration within, boolean slow) {
    assertThat(Sending.tooSlow(sent, within, 4096)).isEqualTo(slow);
  }
}
