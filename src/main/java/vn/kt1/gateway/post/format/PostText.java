package vn.kt1.gateway.post.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.text.AbsentWords;
import vn.kt1.gateway.text.Composed;

/**
 * A cell as text: composed, on one line, with single blanks, not longer than 200 signs, and without
 * what spreadsheets put around a text to keep it one.
 */
final class PostText {

  private static final int LONGEST = 200;
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");
  private static final Pattern FORMULA = Pattern.compile("= ?\"([^\"]*)\"");

  private PostText() {}

  /** Null where nothing is written. */
  static @Nullable String of(String cell) {
    String text = plain(cell) ? cell : undressed(tidied(cell));
    return text.isEmpty() || AbsentWords.absentElsewhere(text) ? null : text;
  }

  private static String tidied(String cell) {
    if (cell.indexOf(TextLines.NO_LETTER) >= 0) {
      throw new BadCell(Code.ENCODING, "cell");
    }
    if (cell.length() > 5 * LONGEST) {
      throw new BadCell(Code.BAD_VALUE, "long");
    }
    String composed = Composed.nfc(cell);
    String text = BLANKS.matcher(composed).replaceAll(" ").strip();
    if (text.length() > LONGEST) {
      throw new BadCell(Code.BAD_VALUE, "long");
    }
    return text;
  }

  /** {@code ="x"} and {@code 'x} as x. */
  private static String undressed(String text) {
    Matcher formula = FORMULA.matcher(text);
    if (formula.matches()) {
      return formula.group(1).strip();
    }
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }

  /** Most cells are: there is nothing to tidy in them. */
  private static boolean plain(String cell) {
    if (cell.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean lone = c == ' ' && i > 0 && i < cell.length() - 1 && cell.charAt(i - 1) != ' ';
      if (!lone && !sign(c)) {
        return false;
      }
    }
    return cell.isEmpty() || (cell.charAt(0) != '\'' && cell.charAt(0) != '=');
  }

  /** ASCII, and Vietnamese letters as they are composed: they stay what they are. */
  private static boolean sign(char c) {
    return (c > ' ' && c <= '~')
        || (c >= '\u00c0' && c <= '\u01b0')
        || (c >= '\u1ea0' && c <= '\u1ef9');
  }
}
