package vn.kt1.gateway.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords a person may have: long ones that nobody guesses early. There are no rules about
 * kinds of characters.
 */
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /** On the scale 0 to 4; from 2 on, a password needs more than a hundred million guesses. */
  private static final int STRONG_ENOUGH = 2;

  private static final List<String> OURS =
      List.of("kt1", "gateway", "vnpost", "haiphong", "quangngai");

  private PasswordRules() {}

  /** The variant of {@code bad-value} that tells what is wrong; empty when the password is good. */
  static Optional<String> fault(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("password-length");
    }
    String folded = password.toLowerCase(Locale.ROOT);
    boolean named = name.length() > 3 && folded.contains(name.toLowerCase(Locale.ROOT));
    return named || guessable(password) ? Optional.of("password-weak") : Optional.empty();
  }

  private static boolean guessable(String password) {
    return new Zxcvbn().measure(password, OURS).getScore() < STRONG_ENOUGH;
  }
}
