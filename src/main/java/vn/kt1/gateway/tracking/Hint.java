package vn.kt1.gateway.tracking;

import java.util.Set;

/** Item codes, normalised, of which somebody says that there is news; believed by nobody. */
public record Hint(Set<String> itemCodes) {

  public Hint {
    itemCodes = Set.copyOf(itemCodes);
  }
}
