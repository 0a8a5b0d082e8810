package vn.kt1.gateway.logbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A failure of these kinds whose message looks so, a line of {@code logbook/signs.txt}. Kinds go by
 * their plain names, so that no library is needed to know them; messages are looked at and never
 * told.
 */
record Sign(String key, Set<String> kinds, Pattern message) {

  private static final String TABLE = "/logbook/signs.txt";

  /** The most telling first. */
  static List<Sign> all() {
    try (InputStream table = Objects.requireNonNull(Sign.class.getResourceAsStream(TABLE))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Sign::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sign read(String line) {
    String[] cells = line.split(" \\| ?", 3);
    return new Sign(cells[0], Set.of(cells[1].split(", ")), Pattern.compile(cells[2]));
  }

  boolean fits(Throwable failure) {
    return kinds(failure).anyMatch(kinds::contains)
        && message.matcher(String.valueOf(failure.getMessage())).find();
  }

  private static Stream<String> kinds(Throwable failure) {
    return Stream.<Class<?>>iterate(failure.getClass(), kind -> kind != null, Class::getSuperclass)
        .map(Class::getSimpleName);
  }
}
