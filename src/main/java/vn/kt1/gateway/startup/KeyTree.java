package vn.kt1.gateway.startup;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.DidYouMean;

/** The keys there are, step by step, so that a slip is answered with what may stand there. */
final class KeyTree {

  private final Map<String, KeyTree> below = new TreeMap<>();

  static KeyTree of(Collection<String> keys) {
    KeyTree root = new KeyTree();
    for (String key : keys) {
      KeyTree at = root;
      for (String step : key.split("\\.")) {
        at = at.below.computeIfAbsent(step, name -> new KeyTree());
      }
    }
    return root;
  }

  /** What to write instead of a key that is unknown; nothing when it is known. */
  Optional<String> instead(String key) {
    KeyTree at = this;
    StringBuilder path = new StringBuilder();
    for (String step : key.replaceAll("\\[[0-9]+]", "").split("\\.")) {
      KeyTree next = at.child(step);
      if (next == null) {
        return Optional.of(
            at.below.isEmpty()
                ? "a value for " + path + ", and no key below it"
                : DidYouMean.of(step, at.below.keySet()));
      }
      path.append(path.isEmpty() ? "" : ".").append(step);
      at = next;
    }
    return at.below.isEmpty()
        ? Optional.empty()
        : Optional.of("a key below it: " + String.join(", ", at.below.keySet()));
  }

  private @Nullable KeyTree child(String step) {
    KeyTree exact = below.get(step);
    if (exact != null) {
      return exact;
    }
    return below.entrySet().stream()
        .filter(entry -> uniform(entry.getKey()).equals(uniform(step)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** As Boot compares: case and dashes aside. */
  private static String uniform(String step) {
    return step.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
