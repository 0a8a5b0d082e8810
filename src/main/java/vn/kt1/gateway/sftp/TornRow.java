package vn.kt1.gateway.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Tells whether a text table ends within a row: its last line has no line end and fewer cells than
 * the line before. Many programs write no last line end, but few leave cells out.
 */
final class TornRow {

  private static final int TAIL = 64 * 1024;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  private TornRow() {}

  static boolean ends(byte[] bytes) {
    int tail = Math.min(bytes.length, TAIL);
    // In UTF-16 each second byte of these characters is 0.
    String text =
        new String(bytes, bytes.length - tail, tail, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.isEmpty() || text.endsWith("\n") || text.endsWith("\r")) {
      return false;
    }
    List<String> lines = text.lines().map(line -> line.replaceAll("\"[^\"]*(\"|$)", "")).toList();
    if (lines.size() < 2) {
      return false;
    }
    String before = lines.get(lines.size() - 2);
    char delimiter =
        DELIMITERS.stream().max(Comparator.comparing(each -> count(before, each))).orElseThrow();
    return count(lines.get(lines.size() - 1), delimiter) < count(before, delimiter);
  }

  private static long count(String line, char delimiter) {
    return line.chars().filter(each -> each == delimiter).count();
  }
}
