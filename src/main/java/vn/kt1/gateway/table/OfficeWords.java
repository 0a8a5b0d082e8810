package vn.kt1.gateway.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that office programs write by themselves beside the cells. SECURITY: text there may
 * hold only these words, numbers and references, never a sentence written by a person.
 */
final class OfficeWords {

  private static final Set<String> OFFICE = load("/table/office-words.txt");
  private static final Set<String> PAGE = load("/table/page-words.txt");

  /** Single letters in a row could spell anything. */
  private static final int MOST_LETTERS_ALONE = 4;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private static final Pattern CELLS =
      Pattern.compile("\\$?[A-Z]{0,3}\\$?[0-9]{0,7}(?::\\$?[A-Z]{0,3}\\$?[0-9]{0,7})?");

  /** Colours, digests, ids, versions, languages and times. */
  private static final Pattern SIGN =
      Pattern.compile(
          String.join(
              "|",
              "#?[0-9A-Fa-f]{1,32}",
              "[A-Za-z]{1,5}[0-9A-Fa-f]{1,32}",
              "[0-9a-z_:]{0,16}\\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?",
              "[a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?",
              "-?[0-9.]{1,24}[Ee][-+]?[0-9]{1,3}",
              "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18})?(?:Z|[-+][0-9:]{4,5})?"));

  private OfficeWords() {}

  /**
   * Whether the text holds nothing of a person's: no letters, one sign, or only words of the
   * programs.
   */
  static boolean plain(String text) {
    return OFFICE.contains(text) // true of nearly each attribute of a cell
        || text.length() <= PartReader.LONGEST_NAME
            && (made(text, false) || SIGN.matcher(text.strip()).matches())
        || text.length() <= PartReader.LONGEST_CELL
            && Arrays.stream(text.split(" ")).allMatch(part -> CELLS.matcher(part).matches());
  }

  /** The same, and also the words for parts of a page. */
  static boolean plainOnPage(String text) {
    return text.length() <= PartReader.LONGEST_NAME && made(text, true);
  }

  private static boolean made(String text, boolean onPage) {
    if (text.chars().noneMatch(Character::isLetter)) {
      return true;
    }
    int alone = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT);
      alone += word.length() == 1 ? 1 : 0;
      if (alone > MOST_LETTERS_ALONE
          || !OFFICE.contains(word) && !(onPage && PAGE.contains(word))) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> load(String file) {
    try (var in = Objects.requireNonNull(OfficeWords.class.getResourceAsStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
