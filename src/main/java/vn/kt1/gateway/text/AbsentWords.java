package vn.kt1.gateway.text;

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

  private AbsentWords() {}

  /**
   * Absent in any field. NONE is not such a word, because it is a degree; nor is Na, which is a
   * name.
   */
  public static boolean absent(String cell) {
    if (cell.length() > LONGEST || !cell.isEmpty() && beginsNone(cell.charAt(0))) {
      return false;
    }
    String word = UNSEEN.matcher(cell).replaceAll("");
    return word.equals("NA") || ANY_CASE.matcher(word).matches();
  }

  /** Most cells begin with a digit or a letter that begins no such word: no pattern is asked. */
  private static boolean beginsNone(char first) {
    boolean letter = first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
    return Character.isDigit(first) || letter && "NUSDEnusde".indexOf(first) < 0;
  }

  /** Absent in a name or an address, where nobody writes a degree or signs alone. */
  public static boolean absentText(String cell) {
    return absent(cell)
        || SIGNS.matcher(cell).matches()
        || cell.length() <= LONGEST
            && NOBODY.matcher(UNSEEN.matcher(cell).replaceAll("")).matches();
  }

  /** Absent where nobody writes a degree: None is Python's word for nothing. */
  public static boolean absentElsewhere(String cell) {
    return absent(cell) || cell.strip().equalsIgnoreCase("none");
  }
}
