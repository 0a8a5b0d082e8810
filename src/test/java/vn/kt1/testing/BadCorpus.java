package vn.kt1.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.table.Csv;

/**
 * Messages nobody may get through (SYNTHETIC), with the code each is refused with. What would be
 * large is kept folded, as {@code .gz}.
 */
public final class BadCorpus {

  /** Stands for what is inside an envelope: no part of it may come back, or stay. */
  public static final String PLANTED = "KẾ HOẠCH bảo vệ mục tiêu QX-7719 xyzzy";

  /** The instant all cases are written for. */
  public static final String NOW = "2026-11-22T02:05:00Z";

  public static final Path FOLDER = Path.of("src/test/resources/samples/intake/bad");

  /** Where the table names a pointer, it is among those of the faults. */
  public record Case(
      String file, String language, String code, @Nullable String pointer, String why) {

    /** As the sender calls the file. */
    public String name() {
      return file.substring(file.indexOf('/') + 1).replaceFirst("\\.gz$", "");
    }

    public byte[] bytes() {
      try {
        byte[] stored = Files.readAllBytes(FOLDER.resolve(file));
        return file.endsWith(".gz") ? unfolded(stored) : stored;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] unfolded(byte[] stored) throws IOException {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
        return in.readAllBytes();
      }
    }

    @Override
    public String toString() {
      return file + ": " + why;
    }
  }

  private BadCorpus() {}

  public static List<Case> all() {
    try {
      List<List<String>> table = Csv.read(Files.readAllBytes(FOLDER.resolve("expected.csv")));
      return table.stream().skip(1).map(BadCorpus::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The smallest of each language and code. */
  public static List<Case> oneOfEach() {
    Map<String, Case> smallest = new TreeMap<>();
    for (Case bad : all()) {
      smallest.merge(
          bad.language() + " " + bad.code(),
          bad,
          (one, other) -> one.bytes().length <= other.bytes().length ? one : other);
    }
    return List.copyOf(smallest.values());
  }

  private static Case of(List<String> row) {
    String pointer = row.get(3).isEmpty() ? null : row.get(3);
    return new Case(row.get(0), row.get(1), row.get(2), pointer, row.get(4));
  }
}
