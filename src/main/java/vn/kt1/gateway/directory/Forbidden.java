package vn.kt1.gateway.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.shipment.Folded;

/** Names under which e-offices keep what stands inside an envelope (CONTRACT, 3.1). */
public final class Forbidden {

  /** No field has a longer name; see Shape about the price of normalising. */
  public static final int LONGEST_NAME = 200;

  private static final Set<String> SPELLINGS = new HashSet<>();
  private static final Map<String, String> BY_FOLDED_NAME = new HashMap<>();

  static {
    for (CSVRecord row : DataFile.read("forbidden-fields.csv")) {
      SPELLINGS.add(row.get("spelling"));
      BY_FOLDED_NAME.putIfAbsent(Folded.name(row.get("spelling")), row.get("spelling"));
    }
  }

  private Forbidden() {}

  /** Every spelling known to us. */
  public static Set<String> spellings() {
    return Set.copyOf(SPELLINGS);
  }

  /** The name in our own spelling, so that an answer echoes nothing the sender wrote. */
  public static Optional<String> ourSpelling(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    return SPELLINGS.contains(name)
        ? Optional.of(name)
        : Optional.ofNullable(BY_FOLDED_NAME.get(Folded.name(name)));
  }
}
