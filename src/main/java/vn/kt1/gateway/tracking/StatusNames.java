package vn.kt1.gateway.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The names of MyVNPost's status numbers, for answers without the number. */
final class StatusNames {

  private static final Map<String, String> CODES = read();

  private StatusNames() {}

  /** Finds exactly this name, whatever its case and blanks. A similar name is never guessed. */
  static @Nullable String code(String name) {
    return CODES.get(folded(name));
  }

  private static String folded(String name) {
    return Json.tidy(name).toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>();
    try {
      new ClassPathResource("/tracking/status-names.csv")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(row -> codes.put(folded(row[1]), row[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(codes);
  }
}
