package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Marks in the wrong order cost the square of their number to normalise: hours, for a legal body.
 */
class LongTextTest {

  private static final String MARKS = "a" + "\u0301".repeat(300_000) + "\u0323".repeat(300_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"handOffId\": \"%s\"}",
        "{\"envelopes\": [{\"recipient\": {\"name\": \"%s\"}, \"secrecy\": \"%s\"}]}",
        "{\"%s\": \"x\"}",
        "{\"TrichYeu\": \"%s\"}"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void is_refused_without_being_normalised(String template) {
    byte[] message = template.replace("%s", MARKS).getBytes(StandardCharsets.UTF_8);
    Rejected rejected = new Desk().refused(message);
    assertThat(rejected.code()).isIn(Code.CONTENT_NOT_ALLOWED, Code.MALFORMED);
  }
}
