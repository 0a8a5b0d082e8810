package vn.kt1.gateway.intake;

import java.util.regex.Pattern;

/**
 * The words that programs write where they have no value: databases, spreadsheets, data frames. A
 * cell that holds one of them and nothing else is empty.
 */
public final class AbsentWords {

  /** No such word is longer, whatever stands around it. */
  private static final int LONGEST = 24;

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

  private static final Pattern ANY_CASE =
      Pattern.compile(
          "[<(\\[{'\"]*(?:null|nil|nan|nat|undefined|n[/.]a\\.?|\\\\n|(?:system\\.)?dbnull)"
              + "[>)\\]}'\"]*"
              + "|[<(\\[{](?:na|none|blank|empty|unset|trống|objectobject)[>)\\]}]"
              // The errors of spreadsheets; a column too narrow shows signs alone.
              + "|#n/?a|#getting_data|#[a-z0/]{2,12}[!?]|#{2,}|err:[0-9]{3}"
              + "|[-\\u2010-\\u2015\\u2212]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private AbsentWords() {}

  /** In any field. NONE is no such word: it is a degree; nor is Na, which is a name. */
  public static boolean absent(String cell) {
    if (cell.length() > LONGEST) {
      return false;
    }
    String word = UNSEEN.matcher(cell).replaceAll("");
    return word.equals("NA") || ANY_CASE.matcher(word).matches();
  }

  /** Where nobody writes a degree, None is Python's word for nothing. */
  public static boolean absentElsewhere(String cell) {
    return absent(cell) || cell.strip().equalsIgnoreCase("none");
  }
}
