package vn.kt1.gateway.directory;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Composed;

/** Headers of columns as they are compared: composed, in small letters, blanks as one. */
public final class Headers {

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");

  private Headers() {}

  public static String folded(String written) {
    String composed = Composed.nfc(written);
    return BLANKS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
