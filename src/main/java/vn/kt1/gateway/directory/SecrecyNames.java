package vn.kt1.gateway.directory;

import java.util.Set;
import java.util.stream.Collectors;
import vn.kt1.gateway.shipment.Folded;

/** Names of fields that tell a document's secrecy, which a language of ordinary ones has not. */
public final class SecrecyNames {

  private static final Set<String> FOLDED =
      DataFile.read("secrecy-names.csv").stream()
          .map(row -> Folded.name(row.get("spelling")))
          .collect(Collectors.toUnmodifiableSet());

  private SecrecyNames() {}

  /** Case, marks, blanks and signs ignored. */
  public static boolean contains(String name) {
    return name.length() <= Forbidden.LONGEST_NAME && FOLDED.contains(Folded.name(name));
  }
}
