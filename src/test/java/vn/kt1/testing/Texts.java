package vn.kt1.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.kt1.testing.Cases.Case;

/** What stands in a file in words: between the marks of CSV, JSON and XML, also in a workbook. */
public final class Texts {

  private static final String MARKS = "[,;\"<>\\r\\n\\t]";
  private static final int SHORTEST = 6;

  private Texts() {}

  /** Those a reader would know again: Vietnamese, or what became of it. */
  public static Set<String> of(Case one) {
    return Stream.of(written(one).split(MARKS))
        .map(String::strip)
        .filter(text -> text.length() >= SHORTEST && !text.chars().allMatch(c -> c < 128))
        .collect(Collectors.toSet());
  }

  private static String written(Case one) {
    byte[] bytes = one.bytes();
    return one.language().equals("xlsx")
        ? unfolded(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unfolded(byte[] workbook) {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        all.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
