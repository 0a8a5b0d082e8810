package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a number format shows of a value (ECMA-376, 18.8.31). Its sections are for positive
 * numbers, negative numbers, zero and texts.
 */
record NumberFormat(List<String> sections) {

  /** Codes that print nothing: the width of a letter, or a letter that fills the cell. */
  private static final Pattern FILLING = Pattern.compile("[_*].");

  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"?|\\\\.|\\[(?![hms])[^\\]]*\\]?");
  private static final Pattern VALUE = Pattern.compile("(?i)[0#?@dmyhseb]|general");

  /** A quoted text, a literal letter, or a code. */
  private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|.", Pattern.DOTALL);

  private static final int LONGEST = 255;
  private static final int TEXT_SECTION = 3;

  /** Whether the format holds no words of its own. */
  static boolean plain(String code) {
    String written = FILLING.matcher(code).replaceAll(" ").replace("\\", "");
    return code.length() <= LONGEST && OfficeWords.plainOnPage(written);
  }

  static NumberFormat of(String code) {
    List<String> sections = new ArrayList<>();
    Matcher pieces = PIECE.matcher(code.substring(0, Math.min(code.length(), LONGEST)));
    StringBuilder section = new StringBuilder();
    while (pieces.find()) {
      if (pieces.group().equals(";")) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        section.append(pieces.group());
      }
    }
    sections.add(section.toString());
    return new NumberFormat(sections);
  }

  /** Whether a reader sees at least one character of the value. */
  boolean shows(String type, String value) {
    if (sections.size() == 1 && sections.get(0).isBlank()) {
      return true;
    }
    return type.equals("n") ? showsNumber(Double.parseDouble(value.strip())) : showsText();
  }

  /** Without a section for texts, a text is shown unchanged. */
  private boolean showsText() {
    return sections.size() <= TEXT_SECTION || showsValue(sections.get(TEXT_SECTION));
  }

  private boolean showsNumber(double number) {
    if (number == 0 && sections.size() >= TEXT_SECTION) {
      // A dash for zero is common.
      return !LITERAL.matcher(sections.get(2)).replaceAll("-").isBlank();
    }
    return showsValue(sections.get(number < 0 && sections.size() > 1 ? 1 : 0));
  }

  private static boolean showsValue(String section) {
    String rest = FILLING.matcher(section).replaceAll("");
    return VALUE.matcher(LITERAL.matcher(rest).replaceAll("").toLowerCase(Locale.ROOT)).find();
  }
}
