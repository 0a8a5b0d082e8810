package vn.kt1.gateway.shipment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The post's number of an item, as read and in one spelling. The UPU S10 check is shown, never a
 * ground to refuse: carriers' own samples fail it.
 */
public record ItemCode(String raw, String normalised, boolean checkDigitValid) {

  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}.\\-]");
  private static final Pattern S10 = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  public static ItemCode of(String raw) {
    String normalised = plain(raw) ? raw : normalised(raw);
    return new ItemCode(raw, normalised, s10(normalised));
  }

  /** Most are; files of the post have a hundred thousand of them. */
  private static boolean plain(String raw) {
    return raw.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  private static String normalised(String raw) {
    String upper = Normalizer.normalize(raw, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return IGNORED.matcher(upper).replaceAll("");
  }

  private static boolean s10(String code) {
    if (!S10.matcher(code).matches()) {
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
