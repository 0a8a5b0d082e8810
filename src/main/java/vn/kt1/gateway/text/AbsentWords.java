package vn.kt1.gateway.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that programs (databases, spreadsheets, data frames) write for an absent value. A cell
 * that holds only such a word is empty.
 */
public final class AbsentWords {

  /** The longest such word, with what may stand around it. */
  private static final int LONGEST = 24;

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

  private static final Pattern ANY_CASE =
      Pattern.compile(
          "[<(\\[{'\"]*(?:null|nil|nan|nat|undefined|n[/.]a\\.?|\\\\n|(?:system\\.)?dbnull)"
              + "[>)\\]}'\"]*"
              + "|[<(\\[{](?:na|none|blank|empty|unset|trống|objectobject)[>)\\]}]"
              // Error values of spreadsheets; a column that is too narrow shows only #.
              + "|#n/?a|#getting_data|#[a-z0/]{2,12}[!?]|#{2,}|err:[0-9]{3}"
              + "|[-\\u2010-\\u2015\\u2212]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A dot, a question mark, a ditto mark. */
  private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{Z}]+");

  /** What people write for "I do not know" and "as above"; in a table the latter has no meaning. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "none|blank|empty|trống|rỗng|tbd|tba|invaliddate|-*nt-+"
              + "|(?:không|chưa)(?:có|rõ|biết|xácđịnh)|như(?:trên|kínhgửi)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What these words begin with, where they begin with a letter. */
  private static final Set<String> BEGINNINGS =
      Set.of("nu", "ni", "na", "n/", "n.", "un", "sy", "db", "er");

  private static final Set<String> NOBODYS_BEGINNINGS =
      Set.of("no", "bl", "em", "tr", "rỗ", "tb", "in", "nt", "kh", "ch", "nh");

  private AbsentWords() {}

  private static boolean letterOrDigit(char sign) {
    return Signs.letter(sign) || sign >= '0' && sign <= '9';
  }

  private static boolean seen(char sign) {
    return Signs.letter(sign) || sign > ' ' && sign < 0x7F;
  }

  /** A quick check: most cells begin like none of these words. */
  private static boolean begins(String cell, Set<String> beginnings) {
    boolean known = cell.length() > 1 && letterOrDigit(cell.charAt(0)) && seen(cell.charAt(1));
    if (!known) {
      return true; // nothing is known
    }
    return beginnings.contains(cell.substring(0, 2).toLowerCase(Locale.ROOT));
  }

  /**
   * Absent in any field. NONE is not such a word, because it is a degree; nor is Na, which is a
   * name.
   */
  public static boolean absent(String cell) {
    if (cell.length() > LONGEST || !cell.isEmpty() && Character.isDigit(cell.charAt(0))) {
      return false; // none begins with a digit, as most cells do
    }
    return begins(cell, BEGINNINGS) && isWord(cell);
  }

  static boolean isWord(String cell) {
    String word = UNSEEN.matcher(cell).replaceAll("");
    return word.equals("NA") || ANY_CASE.matcher(word).matches();
  }

  static boolean isNobody(String cell) {
    return NOBODY.matcher(UNSEEN.matcher(cell).replaceAll("")).matches();
  }

  /** Absent in a name or an address, where nobody writes a degree or signs alone. */
  public static boolean absentText(String cell) {
    return absent(cell)
        || SIGNS.matcher(cell).matches()
        || cell.length() <= LONGEST && begins(cell, NOBODYS_BEGINNINGS) && isNobody(cell);
  }

  /** Absent where nobody writes a degree: None is Python's word for nothing. */
  public static boolean absentElsewhere(String cell) {
    return absent(cell) || cell.strip().equalsIgnoreCase("none");
  }
}
