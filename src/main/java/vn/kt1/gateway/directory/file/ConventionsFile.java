package vn.kt1.gateway.directory.file;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.shipment.VietnamTime;

/** The block {@code reading} of a partner's file: how the partner writes. */
record ConventionsFile(
    YamlBlock block,
    List<Scalar> languages,
    Map<Scalar, Scalar> names,
    @Nullable Scalar envelopes,
    Map<Scalar, Map<Scalar, Scalar>> words,
    @Nullable Scalar charset,
    @Nullable Scalar delimiter,
    List<Scalar> times,
    @Nullable Scalar zone,
    Map<Scalar, Scalar> constants,
    @Nullable Recipients recipients) {

  private static final String WINDOWS_1258 = "windows-1258";
  private static final Map<String, Character> DELIMITERS =
      Map.of(",", ',', ";", ';', "tab", '\t', "\t", '\t', "|", '|');

  /** How several recipients stand in one place. */
  record Recipients(
      YamlBlock block, @Key(needed = true) Scalar separator, @Nullable Scalar codeAfter) {

    RecipientList list() {
      checkPartsCodes(separator);
      if (codeAfter != null) {
        checkPartsCodes(codeAfter);
        if (codeAfter.text().contains(separator.text())) {
          block.fault("codeAfter", "codeAfter is the separator as well", "another sign");
        }
      }
      return new RecipientList(separator.text(), codeAfter == null ? "" : codeAfter.text());
    }

    /** What stands in a code itself cannot part two of them. */
    private void checkPartsCodes(Scalar sign) {
      if (sign.text().length() > 3 || sign.text().matches(".*[\\p{L}\\p{N}.].*")) {
        block.fault(sign, "cannot part codes", "a sign such as \",\" or \"|\"");
      }
    }
  }

  /**
   * @param units those of the partner; none when they could not be read
   */
  Conventions conventions(Set<String> units) {
    Set<String> known = languagesRead();
    return new Conventions(
        known,
        new NamesBlock(block).read(names),
        envelopesRead(known),
        new WordsBlock(block).read(words),
        charsetRead(),
        delimiterRead(known),
        new TimesBlock(block).read(times),
        zoneRead(),
        new ConstantsBlock(block, units).read(constants),
        recipients == null ? null : recipients.list());
  }

  /** All where none is named. */
  private Set<String> languagesRead() {
    Set<String> all = Conventions.ALL_LANGUAGES;
    Set<String> known =
        languages.stream()
            .filter(language -> block.isOneOf(all, language, "is no language of hand-offs"))
            .map(Scalar::text)
            .collect(Collectors.toSet());
    return known.isEmpty() ? all : known;
  }

  private String envelopesRead(Set<String> known) {
    if (envelopes == null) {
      return Conventions.CONTRACT.envelopes();
    }
    checkLanguage("envelopes", "json", known);
    NamesBlock.letsNothingIn(block, envelopes);
    return envelopes.text();
  }

  private void checkLanguage(String key, String language, Set<String> known) {
    if (!known.contains(language)) {
      block.fault(
          key,
          key + " has no meaning without " + language,
          language + " among languages, or remove the line");
    }
  }

  private @Nullable Charset charsetRead() {
    if (charset == null) {
      return null;
    }
    if (!charset.text().equals(WINDOWS_1258)) {
      block.fault(
          charset,
          "is not read",
          WINDOWS_1258 + ", or remove the line: UTF-8, and UTF-16 with its mark, are read anyhow");
    }
    return Charset.forName(WINDOWS_1258);
  }

  private @Nullable Character delimiterRead(Set<String> known) {
    if (delimiter == null) {
      return null;
    }
    checkLanguage("delimiter", "csv", known);
    Character read = DELIMITERS.get(delimiter.text());
    if (read == null) {
      block.fault(delimiter.line(), "the delimiter is unknown", "\",\" or \";\" or tab or \"|\"");
    }
    return read;
  }

  private ZoneId zoneRead() {
    if (zone == null) {
      return VietnamTime.VIETNAM;
    }
    try {
      return ZoneId.of(zone.text());
    } catch (DateTimeException e) {
      block.fault(zone, "is no time zone", "Asia/Ho_Chi_Minh");
      return VietnamTime.VIETNAM;
    }
  }
}
