package vn.kt1.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
    rewritten(
        workbook,
        part -> {
          all.append(new String(part, StandardCharsets.UTF_8)).append('\n');
          return part;
        });
    return all.toString();
  }

  /** The same file with other words in it. */
  public static byte[] replaced(Case one, String pattern, String by) {
    UnaryOperator<byte[]> replace =
        bytes -> new String(bytes, ISO_8859_1).replaceAll(pattern, by).getBytes(ISO_8859_1);
    byte[] bytes = one.bytes();
    return one.language().equals("xlsx") ? rewritten(bytes, replace) : replace.apply(bytes);
  }

  private static byte[] rewritten(byte[] workbook, UnaryOperator<byte[]> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        to.putNextEntry(new ZipEntry(part.getName()));
        to.write(change.apply(parts.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
