package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.Problem;

/** What a refusal must not repeat. */
final class Echo {

  private Echo() {}

  static void assertNoneIn(Rejected rejected) {
    Problem problem = Problem.of(rejected, "00000000-0000-0000-0000-000000000000");
    for (String language : List.of("vi", "en")) {
      String json = new String(problem.json(new Locale(language)), StandardCharsets.UTF_8);
      for (String word : List.of("HOẠCH", "mục tiêu", "QX", "7719", "xyzzy", "9999", "rtf1")) {
        assertThat(json).doesNotContainIgnoringCase(word);
      }
    }
    assertThat(rejected.getMessage()).matches("\\[[a-z, -]+]");
    assertThat(rejected.getCause()).isNull();
    rejected.faults().forEach(fault -> assertPointer(fault.pointer()));
  }

  /** Our own names, positions of strangers, and places in lists. */
  private static void assertPointer(String pointer) {
    for (String segment : pointer.split("/", -1)) {
      assertThat(segment)
          .satisfiesAnyOf(
              text -> assertThat(text).matches("|~?[0-9]+"),
              text -> assertThat(known()).contains(text),
              text -> assertThat(Forbidden.ourSpelling(text)).contains(text));
    }
  }

  private static List<String> known() {
    return Stream.of(HandOffSchema.HAND_OFF, HandOffSchema.ENVELOPE, HandOffSchema.RECIPIENT)
        .flatMap(names -> names.keySet().stream())
        .toList();
  }
}
