package vn.kt1.gateway.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells by its type and name what a part is that a plain table does not have. */
final class HiddenParts {

  /** The first that matches; the words are those of ECMA-376 and of Office's own types. */
  private static final Map<Hidden, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Hidden.MACRO, List.of("vba", "macro", "dialogsheet", "toolbars"));
    WORDS.put(Hidden.COMMENT, List.of("comment", "vmldrawing"));
    WORDS.put(
        Hidden.EMBEDDED,
        List.of("oleobject", "activex", "controlproperties", "ctrlprop", "embeddings/"));
    WORDS.put(Hidden.PIVOT, List.of("pivot", "slicer", "timeline"));
    WORDS.put(
        Hidden.LINK, List.of("externallink", "connections", "querytable", "volatiledependencies"));
    WORDS.put(
        Hidden.PICTURE, List.of("drawing", "chart", "image/", "diagram", "media/", "thumbnail"));
  }

  private HiddenParts() {}

  static Hidden kind(String type, String name) {
    String both = type + " " + name;
    return WORDS.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(both::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Hidden.PART);
  }
}
