package vn.kt1.gateway.post;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;

/** A cell as text: composed, on one line, with single blanks, and not longer than 200 signs. */
final class PostText {

  private static final int LONGEST = 200;
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");

  private PostText() {}

  /** Null where nothing is written. */
  static @Nullable String of(String cell) {
    if (plain(cell)) {
      return cell.isEmpty() ? null : cell;
    }
    if (cell.length() > 5 * LONGEST) {
      throw new BadRow(Code.BAD_VALUE, "long");
    }
    String composed = Normalizer.normalize(cell, Normalizer.Form.NFC);
    String text = BLANKS.matcher(composed).replaceAll(" ").strip();
    if (text.length() > LONGEST) {
      throw new BadRow(Code.BAD_VALUE, "long");
    }
    return text.isEmpty() ? null : text;
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
    return true;
  }

  /** ASCII, and Vietnamese letters as they are composed: they stay what they are. */
  private static boolean sign(char c) {
    return (c > ' ' && c <= '~')
        || (c >= '\u00c0' && c <= '\u01b0')
        || (c >= '\u1ea0' && c <= '\u1ef9');
  }
}
