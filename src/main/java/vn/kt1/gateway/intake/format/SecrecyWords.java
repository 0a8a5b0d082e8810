package vn.kt1.gateway.intake.format;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Lookalikes;

/**
 * Finds the stamps MẬT, TỐI MẬT and TUYỆT MẬT in a text that comes in parts, in capitals and as
 * whole words. It also finds them with spaced letters, between digits, in look-alike letters, in
 * TCVN3 and in VNI, and the two long ones without their marks. It holds only the last few letters.
 */
final class SecrecyWords {

  /** Invisible characters that Unicode counts as letters. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  private static final char SMALL = 'x';
  private static final char OTHER = '?';
  private static final char BETWEEN = '|';

  /** Twice the length of the longest stamp with a break after each letter. */
  private static final int WINDOW = 48;

  private static final String DEGREE = "(?:T\\|?[OÔÓỐ]\\|?I|T\\|?U\\|?Y\\|?[EÊẸỆ]\\|?T)\\|?";

  /** In Unicode, in TCVN3, in VNI. */
  private static final Pattern MARKED =
      Pattern.compile("\\|(?:" + DEGREE + ")?M\\|?(?:Ậ|Ë|A\\|?Ä)\\|?T$");

  /** Without its marks, MAT alone may be anything: a code, a short name. */
  private static final Pattern UNMARKED = Pattern.compile("\\|" + DEGREE + "M\\|?[AÂẠẬ]\\|?T$");

  /** "Tới Mặt trận", "tôi mất", written without marks. */
  private static final Set<String> HARMLESS_AFTER =
      Set.of("TRAN", "KHAU", "HANG", "BANG", "DAT", "DUONG", "TIEN", "TROI");

  private final StringBuilder letters = new StringBuilder().append(BETWEEN);
  private final MarkedLetter last = new MarkedLetter();
  private char high;
  private boolean unmarked;
  private boolean found;

  void next(CharSequence part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (Character.isHighSurrogate(c)) {
        high = c;
      } else {
        letter(Character.isLowSurrogate(c) ? Character.toCodePoint(high, c) : c);
      }
    }
  }

  private void letter(int letter) {
    if (letter < 0x80) {
      plain((char) letter);
    } else if (FILLERS.indexOf(letter) >= 0 || Character.getType(letter) == Character.FORMAT) {
      return;
    } else if (MarkedLetter.isMark(letter)) {
      last.mark(letter);
    } else if (Character.isLowerCase(letter)) {
      add(SMALL);
    } else if (Character.isLetter(letter) || Character.isUpperCase(letter)) {
      capital(letter);
    } else {
      endWord();
    }
  }

  private void plain(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      add(letter);
    } else if (letter >= 'a' && letter <= 'z') {
      add(SMALL);
    } else {
      endWord();
    }
  }

  /** Normalises one letter at a time, so the cost grows only with the length of the text. */
  private void capital(int letter) {
    String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
    char base = Lookalikes.latin(parts.charAt(0));
    add(base >= 'A' && base <= 'Z' ? base : OTHER);
    parts.chars().skip(1).forEach(last::mark);
  }

  private void add(char letter) {
    settle();
    last.begin(letter);
  }

  private void settle() {
    if (last.present()) {
      letters.append(last.take());
    }
    if (letters.length() > 2 * WINDOW) {
      letters.delete(0, letters.length() - WINDOW);
    }
  }

  private void endWord() {
    settle();
    int end = letters.length() - 1;
    if (letters.charAt(end) == BETWEEN) {
      return;
    }
    found |= unmarked && !HARMLESS_AFTER.contains(letters.substring(letters.lastIndexOf("|") + 1));
    unmarked = false;
    if (letters.charAt(end) == 'T') {
      found |= MARKED.matcher(letters).find();
      unmarked = UNMARKED.matcher(letters).find();
    }
    letters.append(BETWEEN);
  }

  /** Ends one text; the search goes on. Returns whether a stamp was in the text. */
  boolean end() {
    endWord();
    boolean was = found || unmarked;
    found = false;
    unmarked = false;
    return was;
  }
}
