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

  /** Two megabytes of texts, each within the limit of one. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "xml"})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void many_short_texts_of_marks_are_refused_without_being_normalised(String language) {
    String marks = "a" + "\u0301".repeat(450) + "\u0323".repeat(450);
    String message =
        switch (language) {
          case "json" ->
              "{\"envelopes\": ["
                  + ("{\"recipient\": {\"name\": \"" + marks + "\"}},").repeat(1_000)
                  + "{}]}";
          case "csv" ->
              "sender,handed_off_at,envelope_id,recipient_name\n"
                  + ("H24.16,2026-11-22T09:00:00+07:00,1," + marks + "\n").repeat(1_000);
          default ->
              "<MessageHeader>"
                  + ("<To><OrganName>" + marks + "</OrganName></To>").repeat(1_000)
                  + "</MessageHeader>";
        };
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    Rejected rejected =
        Desk.refused(() -> new Desk().handOver(language, "HP-1." + language, bytes));
    assertThat(rejected.code()).isEqualTo(Code.CONTENT_NOT_ALLOWED);
  }

  /** Each within what may be read at all: what is refused for its length is looked at no more. */
  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\\t", "\\n", "a ", "MẬT ", "ông mật ", " và ", ", ", "1/SYT-", "&", "?a"})
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void many_long_texts_of_one_sign_cost_little(String sign) {
    String text = "a" + sign.repeat(990 / sign.replace("\\", "").length()) + "a";
    String envelope =
        "{\"envelopeId\": \"%1$s\", \"recipient\": {\"name\": \"%1$s\", \"address\": \"%1$s\"}},";
    String message = "{\"envelopes\": [" + envelope.formatted(text).repeat(500) + "{}]}";
    Rejected rejected = new Desk().refused(message.getBytes(StandardCharsets.UTF_8));
    assertThat(rejected.code()).isEqualTo(Code.CONTENT_NOT_ALLOWED);
  }

  /** Whatever passes has few marks on each letter, and sorting these is cheap. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 100, 999})
  void a_text_that_may_be_read_has_few_marks_on_a_letter(int marks) {
    String text = "a" + "\u0301".repeat(marks);
    assertThat(Shape.tooLongToRead(text)).isEqualTo(marks > 8);
    assertThat(Shape.ofContent(text)).isEqualTo(marks > 8);
  }
}
