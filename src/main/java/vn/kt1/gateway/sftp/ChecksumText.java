package vn.kt1.gateway.sftp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the SHA-256 of one file in the output of a tool: sha256sum, certutil, Get-FileHash, BSD or
 * openssl, alone or in a list of files, in UTF-8 or UTF-16.
 */
final class ChecksumText {

  /** 64 digits, or certutil's 32 pairs. A longer digest is of another kind. */
  private static final Pattern DIGEST =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{2}(?:[ \\t][0-9a-f]{2}){31})(?![0-9A-Za-z]"
              + "|[ \\t][0-9a-f]{2}(?![0-9A-Za-z]))",
          Pattern.CASE_INSENSITIVE);

  /** In Get-FileHash's list, the name stands some lines below its digest. */
  private static final Pattern LABELLED = Pattern.compile("(?i)\\s*Hash\\s*:\\s*");

  private static final int LINES_BELOW = 3;

  private final List<String> lines;
  private final Pattern name;

  private ChecksumText(String text, String fileName) {
    this.lines = text.lines().filter(line -> !line.isBlank()).toList();
    this.name =
        Pattern.compile(
            "(?<![A-Za-z0-9._-])" + Pattern.quote(fileName) + "(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])",
            Pattern.CASE_INSENSITIVE);
  }

  /**
   * The digest in lower case. A single digest counts, whatever name stands beside it. Of several,
   * the only one beside the file's name counts.
   */
  static Optional<String> digest(byte[] bytes, String fileName) {
    ChecksumText text = new ChecksumText(decoded(bytes), fileName);
    return only(text.digests(false)).or(() -> only(text.digests(true)));
  }

  private static Optional<String> only(Set<String> digests) {
    return digests.size() == 1 ? Optional.of(digests.iterator().next()) : Optional.empty();
  }

  private Set<String> digests(boolean named) {
    Set<String> digests = new LinkedHashSet<>();
    for (int line = 0; line < lines.size(); line++) {
      Matcher matcher = DIGEST.matcher(lines.get(line));
      for (MatchResult found : matcher.results().toList()) {
        if (!named || named(line, found)) {
          digests.add(found.group().replaceAll("\\s", "").toLowerCase(Locale.ROOT));
        }
      }
    }
    return digests;
  }

  private boolean named(int line, MatchResult found) {
    String around =
        lines.get(line).substring(0, found.start()) + " " + lines.get(line).substring(found.end());
    if (around.isBlank()) {
      return line > 0 && name.matcher(lines.get(line - 1)).find();
    }
    if (LABELLED.matcher(around).matches()) {
      int end = Math.min(line + 1 + LINES_BELOW, lines.size());
      return lines.subList(line + 1, end).stream().anyMatch(below -> name.matcher(below).find());
    }
    return name.matcher(around).find();
  }

  /**
   * A digest is ASCII in every encoding. Only UTF-16, with or without its mark, must be recognised.
   */
  private static String decoded(byte[] bytes) {
    Charset charset = StandardCharsets.ISO_8859_1;
    if (bytes.length > 1 && (bytes[0] == (byte) 0xFF || bytes[0] != 0 && bytes[1] == 0)) {
      charset = StandardCharsets.UTF_16LE;
    } else if (bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == 0)) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = new String(bytes, charset);
    return text.replaceFirst("^(?:\uFEFF|\u00EF\u00BB\u00BF)", "");
  }
}
