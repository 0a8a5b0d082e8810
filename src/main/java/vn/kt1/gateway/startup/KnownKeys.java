package vn.kt1.gateway.startup;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.kt1.gateway.directory.DidYouMean;
import vn.kt1.gateway.startup.Settings.Line;

/**
 * A key of a file that nobody reads is a wish that is not granted: ours have to be known, and of
 * those of the libraries below us only some are for an administrator.
 */
final class KnownKeys implements Check {

  private final Set<String> known;

  KnownKeys(Set<String> known) {
    this.known = known;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (Line line : settings.written()) {
      String key = line.key();
      if (key.startsWith("gateway.") || key.equals("gateway")) {
        instead(key, known)
            .filter(instead -> !emptyBlock(line, instead))
            .ifPresent(instead -> findings.wrong(line.fault("unknown key " + key, instead)));
      } else if (!ForAdministrators.mayBeSet(key)
          && instead(key, ForAdministrators.KEYS.keySet()).isPresent()) {
        String wrong = key + " is not for configuration here";
        findings.wrong(line.fault(wrong, ForAdministrators.insteadOf(key)));
      }
    }
  }

  private static boolean emptyBlock(Line line, String instead) {
    return line.raw().isBlank() && instead.startsWith("a key below it");
  }

  /** What to write instead of a key that is unknown; nothing when it is known. */
  private static Optional<String> instead(String key, Set<String> known) {
    String path = "";
    for (String step : key.replaceAll("\\[[0-9]+]", "").split("\\.")) {
      SortedSet<String> below = below(path, known);
      if (below.isEmpty()) {
        return Optional.of(
            "a value for " + path.substring(0, path.length() - 1) + ", and no key below it");
      }
      Optional<String> same =
          below.stream().filter(name -> uniform(name).equals(uniform(step))).findFirst();
      if (same.isEmpty()) {
        return Optional.of(DidYouMean.of(step, below));
      }
      path += same.get() + ".";
    }
    SortedSet<String> below = below(path, known);
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of("a key below it: " + String.join(", ", below));
  }

  /** The next steps behind a path, which ends with a point. */
  private static SortedSet<String> below(String path, Set<String> known) {
    return known.stream()
        .filter(key -> key.startsWith(path))
        .map(key -> key.substring(path.length()).replaceFirst("\\..*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As Boot compares: case and dashes aside. */
  private static String uniform(String step) {
    return step.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
