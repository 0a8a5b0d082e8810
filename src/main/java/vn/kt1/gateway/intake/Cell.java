package vn.kt1.gateway.intake;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.text.AbsentWords;

/**
 * Converts a cell to the type of its field. A cell of the wrong type stays text; the field reader
 * reports the fault later.
 */
public final class Cell {

  private static final Set<HandOffField> NUMBERS =
      Set.of(HandOffField.WEIGHT_G, HandOffField.PIECES);
  private static final Set<HandOffField> YES_NO =
      Set.of(HandOffField.ENTERED_IN_REGISTER, HandOffField.PERSONAL_ONLY);
  private static final Set<HandOffField> WORDS =
      Set.of(HandOffField.SECRECY, HandOffField.URGENCY, HandOffField.NETWORK);
  private static final int LONGEST_YES_NO = 20;

  /** The fields that are printed on a label. */
  private static final Set<HandOffField> TEXTS =
      Set.of(HandOffField.RECIPIENT_NAME, HandOffField.RECIPIENT_ADDRESS, HandOffField.ADDRESSEE);

  /**
   * Spreadsheets and data frames write the whole number 80 as 80.0. Only one zero is accepted,
   * because 1.000 may be one or a thousand.
   */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,40})([.,]0)?");

  /** A formula that only stops a spreadsheet from reading a text as a number. */
  private static final Pattern TEXT_FORMULA = Pattern.compile("=\\s*\"([^\"]*)\"");

  /**
   * Invisible characters: byte order marks, direction marks, blanks without width, soft hyphens,
   * unless they are part of a garbled letter.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u200B-\u200F\u2060\uFEFF]|(?<![\u00C2\u00C3])\u00AD");

  private Cell() {}

  public static Object value(HandOffField field, String written) {
    String text = text(written);
    boolean yesNo = YES_NO.contains(field);
    boolean number = NUMBERS.contains(field);
    if (!yesNo && !number && !WORDS.contains(field)) {
      return text;
    }
    String cell = tidied(text);
    Matcher whole = WHOLE.matcher(cell);
    if (whole.matches()) {
      String digits = whole.group(1);
      return number ? number(new BigInteger(digits)) : digits;
    }
    return yesNo && cell.length() <= LONGEST_YES_NO ? yesNo(cell) : text;
  }

  private static Number number(BigInteger whole) {
    return whole.bitLength() < Integer.SIZE ? (Number) whole.intValue() : whole;
  }

  /**
   * The text without invisible marks and without what a program adds to prevent calculation: {@code
   * 'H24.31}, {@code ="H24.31"}.
   */
  public static String text(String written) {
    String cell = (unseen(written) ? UNSEEN.matcher(written).replaceAll("") : written).strip();
    if (cell.isEmpty() || Character.isLetterOrDigit(cell.charAt(0))) {
      return cell;
    }
    boolean marked = cell.startsWith("'") && !cell.endsWith("'");
    String bare = marked ? cell.substring(1).strip() : cell;
    Matcher formula = TEXT_FORMULA.matcher(bare);
    return formula.matches() ? formula.group(1).strip() : bare;
  }

  private static boolean unseen(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00AD' || c >= '\u200B' && c <= '\u2060' || c == '\uFEFF') {
        return true;
      }
    }
    return false;
  }

  /** The text on one line. A text beyond all limits is returned unchanged. */
  public static String tidied(String written) {
    String text = text(written);
    return Shape.tooLongToRead(text) ? text : Fields.tidied(text);
  }

  /** Whether the cell is empty: blank, or a word that programs write for an absent value. */
  public static boolean absent(String written) {
    String cell = tidied(written);
    return cell.isEmpty() || AbsentWords.absent(cell);
  }

  /** The same for a field; a word to which the partner has given a meaning is not empty. */
  public static boolean absent(HandOffField field, String written, Conventions how) {
    return written.isEmpty() || !says(field, tidied(written), how);
  }

  /** Whether two rows say the same about the hand-off, even if they write it differently. */
  public static boolean same(HandOffField field, String one, String other, Conventions how) {
    return switch (field) {
      case HANDED_OFF_AT -> one.equals(other) || sameTime(tidied(one), tidied(other), how);
      case SENDER -> UnitCode.normalise(one).equals(UnitCode.normalise(other));
      default -> one.equals(other);
    };
  }

  private static boolean sameTime(String one, String other, Conventions how) {
    Instant time = Times.read(one, how);
    return time != null && time.equals(Times.read(other, how));
  }

  /** Whether a trimmed text is a value in that field. */
  static boolean says(HandOffField field, String tidied, Conventions how) {
    if (tidied.isEmpty()) {
      return false;
    }
    if (Character.isDigit(tidied.codePointAt(0))) {
      return true; // no word for "absent" begins with a digit
    }
    return !nothing(field, tidied) || how.word(field, tidied).isPresent();
  }

  private static boolean nothing(HandOffField field, String tidied) {
    if (TEXTS.contains(field)) {
      return AbsentWords.absentText(tidied);
    }
    return field == HandOffField.SECRECY
        ? AbsentWords.absent(tidied)
        : AbsentWords.absentElsewhere(tidied);
  }

  private static Object yesNo(String cell) {
    return switch (Normalizer.normalize(cell, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "có", "đúng" -> true;
      case "false", "no", "không", "sai" -> false;
      default -> cell;
    };
  }
}
