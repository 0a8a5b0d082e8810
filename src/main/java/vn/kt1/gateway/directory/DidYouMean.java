package vn.kt1.gateway.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Says what may be written, and first of all what was probably meant. */
public final class DidYouMean {

  private DidYouMean() {}

  /** Up to two letters, or a third of a long name, count as a typing mistake. */
  public static String of(String written, Collection<String> allowed) {
    String all = String.join(", ", allowed.stream().sorted().toList());
    return closest(written, allowed)
        .map(name -> "did you mean " + name + "? One of " + all)
        .orElse("one of " + all);
  }

  /** What was probably meant, where anything is near. */
  public static Optional<String> closest(String written, Collection<String> allowed) {
    return allowed.stream()
        .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** How many letters have to be put in, left out or exchanged (Levenshtein), case aside. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int slanting = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = slanting + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        slanting = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
