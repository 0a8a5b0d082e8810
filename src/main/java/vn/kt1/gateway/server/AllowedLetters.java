package vn.kt1.gateway.server;

import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Decides as a rule that allows or forbids each letter by itself, such as the regular expressions
 * of Spring's firewall. The rule is asked once about each letter that Tomcat can give; a text with
 * any other letter is left to the rule.
 */
final class AllowedLetters implements Predicate<String> {

  /** Tomcat reads headers as ISO 8859-1. */
  private static final int KNOWN = 256;

  private final Predicate<String> rule;
  private final BitSet allowed = new BitSet(KNOWN);

  AllowedLetters(Predicate<String> rule) {
    this.rule = rule;
    for (char letter = 0; letter < KNOWN; letter++) {
      allowed.set(letter, rule.test(String.valueOf(letter)));
    }
  }

  @Override
  public boolean test(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= KNOWN) {
        return rule.test(text);
      }
      if (!allowed.get(letter)) {
        return false;
      }
    }
    return true;
  }
}
