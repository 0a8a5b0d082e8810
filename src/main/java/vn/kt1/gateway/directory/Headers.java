package vn.kt1.gateway.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers of columns as they are compared: composed, in small letters, blanks as one. */
public final class Headers {

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");

  private Headers() {}

  public static String folded(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
