package vn.kt1.gateway.shipment;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings made comparable. */
public final class Folded {

  private Folded() {}

  /** Case, marks and blanks ignored; Đ (U+0110) and Ð (U+00D0) are D. */
  public static String word(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\s\\p{Z}\\p{Cf}]", "")
        .toUpperCase(Locale.ROOT)
        .replace('\u0110', 'D')
        .replace('\u00D0', 'D');
  }

  /** A field name: everything but letters and digits ignored as well. */
  public static String name(String text) {
    return word(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
