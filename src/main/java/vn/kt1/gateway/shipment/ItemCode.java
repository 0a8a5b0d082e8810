package vn.kt1.gateway.shipment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The post's number of an item, as read and in one spelling, without what programs put around it:
 * blanks and dashes, {@code ="…"}, a leading apostrophe, the {@code .0} of a spreadsheet. The UPU
 * S10 check is shown, never a ground to refuse: carriers' own samples fail it.
 */
public record ItemCode(String raw, String normalised, boolean checkDigitValid) {

  /** Why what is written cannot be told to be one certain item. */
  public enum Doubt {
    UNREADABLE,
    /** {@code 6.00388E+12}: a spreadsheet has dropped digits. */
    LOST_DIGITS,
    /** {@code 6003.000}: a number with decimals, or a code in groups. */
    TWO_READINGS
  }

  /** Nothing longer is a code in whatever dress. */
  private static final int LONGEST = 100;

  /** {@code 6E12}: of letters and digits alone, nothing longer is a number. */
  private static final int LONGEST_NUMBER = 4;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\u2212]");
  private static final Pattern BEFORE = Pattern.compile("^[='\"’‘`.]+");
  private static final Pattern BEHIND = Pattern.compile("(?:[.,]0|['\"’‘`.])+$");
  private static final Pattern TWO_DECIMALS = Pattern.compile("([^.,]+)[.,]00");
  private static final Pattern ZEROS = Pattern.compile(".*[.,]00+");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[0-9]{1,3}[.,][0-9]+E\\+?[0-9]{1,3}|[0-9]+E\\+[0-9]+|[0-9]E[0-9]{1,2}");
  private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9]{4,40}");
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  public static ItemCode of(String raw) {
    String normalised = plain(raw) || raw.length() > LONGEST ? raw : normalised(raw);
    return new ItemCode(raw, normalised, s10(normalised));
  }

  /** Null where it is one certain item. In doubt its spelling is that of no item. */
  public @Nullable Doubt doubt() {
    if (normalised.length() > LONGEST_NUMBER && normalised.length() <= 40 && plain(normalised)) {
      return null;
    }
    if (SCIENTIFIC.matcher(normalised).matches()) {
      return Doubt.LOST_DIGITS;
    }
    if (WRITTEN.matcher(normalised).matches()) {
      return null;
    }
    return ZEROS.matcher(normalised).matches() ? Doubt.TWO_READINGS : Doubt.UNREADABLE;
  }

  /** Most are; files of the post have a hundred thousand of them. */
  private static boolean plain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!capital(raw.charAt(i)) && !digit(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(String raw) {
    String upper = Normalizer.normalize(raw, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String joined = BLANKS.matcher(upper).replaceAll("");
    String bare = BEHIND.matcher(BEFORE.matcher(joined).replaceFirst("")).replaceFirst("");
    Matcher decimals = TWO_DECIMALS.matcher(bare);
    String whole = decimals.matches() ? decimals.group(1) : bare;
    boolean doubtful = SCIENTIFIC.matcher(whole).matches() || ZEROS.matcher(whole).matches();
    return doubtful ? whole : whole.replace(".", "");
  }

  private static boolean capital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Two letters, nine digits, two letters. */
  private static boolean s10Form(String code) {
    if (code.length() != 13) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (i < 2 || i > 10 ? !capital(c) : !digit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean s10(String code) {
    if (!s10Form(code)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (code.charAt(2 + i) - '0');
    }
    int check = 11 - sum % 11;
    return code.charAt(10) - '0' == (check == 10 ? 0 : check == 11 ? 5 : check);
  }
}
