package vn.kt1.gateway.startup;

import java.util.Map;
import vn.kt1.gateway.startup.Settings.Line;

/**
 * A key of a file that nobody reads is a wish that is not granted: ours have to be known, and of
 * those of the libraries below us only some are for an administrator.
 */
final class KnownKeys implements Check {

  private final KeyTree ours;
  private final KeyTree libraries = KeyTree.of(ForAdministrators.KEYS.keySet());

  KnownKeys(Map<String, String> known) {
    this.ours = KeyTree.of(known.keySet());
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (Line line : settings.written()) {
      if (line.key().startsWith("gateway.") || line.key().equals("gateway")) {
        ours.instead(line.key())
            .filter(instead -> !emptyBlock(line, instead))
            .ifPresent(instead -> findings.wrong(line.fault("unknown key " + line.key(), instead)));
      } else if (!ForAdministrators.mayBeSet(line.key())
          && libraries.instead(line.key()).isPresent()) {
        findings.wrong(
            line.fault(
                line.key() + " is not for configuration here",
                ForAdministrators.insteadOf(line.key())));
      }
    }
  }

  private static boolean emptyBlock(Line line, String instead) {
    return line.raw().isBlank() && instead.startsWith("a key below it");
  }
}
