package vn.kt1.gateway.tracking;

import java.util.Set;

/** Normalised item codes for which somebody says that there is news. Only a reason to ask. */
public record Hint(Set<String> itemCodes) {

  public Hint {
    itemCodes = Set.copyOf(itemCodes);
  }
}
