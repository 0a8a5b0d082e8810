package vn.kt1.gateway.intake.format;

/** A capital letter and its marks, in any order and number. */
final class MarkedLetter {

  private static final int CIRCUMFLEX = 1;
  private static final int DOT_BELOW = 2;
  private static final int ACUTE = 4;
  private static final int DIAERESIS = 8;
  private static final int ANOTHER = 16;

  /** The letters of the stamps by their marks; the index is the sum of the marks. */
  private static final String A = "AÂẠẬ????Ä";

  private static final String E = "EÊẸỆ????Ë";
  private static final String O = "OÔ??ÓỐ";

  private char letter;
  private int marks;

  static boolean isMark(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  void begin(char base) {
    letter = base;
    marks = 0;
  }

  void mark(int mark) {
    marks |=
        switch (mark) {
          case '\u0302' -> CIRCUMFLEX;
          case '\u0323' -> DOT_BELOW;
          case '\u0301' -> ACUTE;
          case '\u0308' -> DIAERESIS;
          case '\u0300', '\u0303', '\u0306', '\u0309', '\u031B' -> ANOTHER;
          // A line through a letter, or a sign that selects its form, does not change a word.
          default -> 0;
        };
  }

  boolean present() {
    return letter != 0;
  }

  /** The letter as one character; {@code ?} for a letter that no stamp has. */
  char take() {
    char taken =
        switch (letter) {
          case 'A' -> with(A);
          case 'E' -> with(E);
          case 'O' -> with(O);
          default -> marks == 0 ? letter : '?';
        };
    letter = 0;
    return taken;
  }

  private char with(String forms) {
    return marks < forms.length() ? forms.charAt(marks) : '?';
  }
}
