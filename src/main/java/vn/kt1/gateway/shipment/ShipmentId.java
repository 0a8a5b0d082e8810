package vn.kt1.gateway.shipment;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The gateway's own number of a shipment: twelve random characters (60 bits, so that nobody guesses
 * a neighbour's) in groups of four, and an ISO 7064 MOD 37,36 check character: {@code
 * 7Q2M-9XKD-4TNB-C}.
 */
public record ShipmentId(String value) {

  // Without I, L, O and U: read aloud and typed from paper they are mistaken for 1, 0 and V.
  private static final String DRAWN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  public static ShipmentId next() {
    return next(RANDOM);
  }

  /** Drawn again while the check character is one of those left out: one time in nine. */
  static ShipmentId next(RandomGenerator random) {
    ShipmentId id;
    do {
      id = draw(random);
    } while (DRAWN.indexOf(id.value.charAt(15)) < 0);
    return id;
  }

  private static ShipmentId draw(RandomGenerator random) {
    StringBuilder id = new StringBuilder(16);
    long bits = random.nextLong(); // one draw; five bits are a character
    for (int i = 0; i < 12; i++) {
      id.append(DRAWN.charAt((int) (bits >>> 5 * i) & 0x1F));
      if (i % 4 == 3) {
        id.append('-');
      }
    }
    return new ShipmentId(id.append(checkCharacter(id)).toString());
  }

  public static boolean valid(String value) {
    if (!value.matches("(?:[0-9A-Z]{4}-){3}[0-9A-Z]")) {
      return false;
    }
    return value.charAt(15) == checkCharacter(value.substring(0, 15));
  }

  /** ISO 7064 MOD 37,36: finds every single wrong character and nearly all transpositions. */
  private static char checkCharacter(CharSequence text) {
    int product = 36;
    for (int i = 0; i < text.length(); i++) {
      int value = CHECKED.indexOf(text.charAt(i));
      if (value < 0) {
        continue;
      }
      int sum = (product + value) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return CHECKED.charAt((37 - product) % 36);
  }
}
