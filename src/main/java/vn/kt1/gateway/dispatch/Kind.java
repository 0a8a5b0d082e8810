package vn.kt1.gateway.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of what leaves, a line of {@code dispatch/kinds.csv}.
 *
 * @param line the courier that carries it
 * @param folder where a line by SFTP puts it
 * @param attempts after so many a person must look; 0: it is tried as long as it is owed
 * @param nextStep what that person does, a code
 */
record Kind(String name, String line, String folder, int attempts, String nextStep) {

  private static final String FILE = "/dispatch/kinds.csv";

  /** All kinds by their names. */
  static Map<String, Kind> all() {
    try (InputStream file = Objects.requireNonNull(Kind.class.getResourceAsStream(FILE))) {
      Map<String, Kind> kinds = new LinkedHashMap<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Kind::of)
          .forEach(kind -> kinds.put(kind.name(), kind));
      return kinds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean enough(int tried) {
    return attempts > 0 && tried >= attempts;
  }

  private static Kind of(String line) {
    String[] cells = line.split(",", -1);
    int attempts = cells[3].isEmpty() ? 0 : Integer.parseInt(cells[3]);
    return new Kind(cells[0], cells[1], cells[2], attempts, cells[4]);
  }
}
