package vn.kt1.gateway.shipment;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The post's number of an item, as read and in one spelling. The UPU S10 check is shown, never a
 * ground to refuse: carriers' own samples fail it.
 */
public record ItemCode(String raw, String normalised, boolean checkDigitValid) {

  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  public static ItemCode of(String raw) {
    String normalised =
        Normalizer.normalize(raw, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}.\\-]", "");
    return new ItemCode(raw, normalised, s10(normalised));
  }

  private static boolean s10(String code) {
    if (!code.matches("[A-Z]{2}[0-9]{9}[A-Z]{2}")) {
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
