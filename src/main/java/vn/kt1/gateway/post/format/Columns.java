package vn.kt1.gateway.post.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the columns of one file stand. A reader names a column by a list of the headers it may
 * have; the first of them that the file has counts, whether or not something stands in it.
 */
final class Columns {

  private static final int NONE = -1;

  private final Map<String, Integer> byHeader;

  /** Each row asks for the same lists again. */
  private final Map<List<String>, Integer> asked = new HashMap<>();

  Columns(Map<String, Integer> byHeader) {
    this.byHeader = byHeader;
  }

  /** Negative where the file has none of them. */
  int index(List<String> names) {
    return asked.computeIfAbsent(names, all -> byHeader.getOrDefault(name(all), NONE));
  }

  /** The one of these headers that the file has, else the first. */
  String name(List<String> names) {
    return names.stream()
        .filter(byHeader::containsKey)
        .findFirst()
        .orElse(names.isEmpty() ? "" : names.get(0));
  }
}
