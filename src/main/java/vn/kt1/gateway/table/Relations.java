package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The relations of one part of a workbook, by id and by type, in either edition of the standard.
 */
final class Relations extends PartReader {

  private final String folder;
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byType = new HashMap<>();

  /** The relations of that part; {@code ""} is the package itself. */
  static Relations of(ZippedParts parts, String part, Found found) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Relations relations = new Relations(folder, found);
    String name = folder + "_rels/" + part.substring(slash) + ".rels";
    return parts.read(parts.has(name) ? name : null, relations);
  }

  Relations(String folder, Found found) {
    super(found, Map.of());
    this.folder = folder;
  }

  /** The first related part whose type ends with the given text. */
  @Nullable String ofType(String type) {
    return byType.get(type);
  }

  @Nullable String ofId(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  @Override
  void start(String name, Attributes attributes) {
    String id = attribute(attributes, "Id");
    String type = attribute(attributes, "Type");
    String target = attribute(attributes, "Target");
    if (!name.equals("Relationship") || id == null || type == null || target == null) {
      return;
    }
    if ("External".equals(attribute(attributes, "TargetMode"))) {
      found.add(Hidden.LINK);
      return;
    }
    String part = resolve(target.toLowerCase(Locale.ROOT));
    keep(byId, id, part);
    keep(byType, type.substring(type.lastIndexOf('/') + 1), part);
  }

  private String resolve(String target) {
    Deque<String> path = new ArrayDeque<>();
    String from = target.startsWith("/") ? target : folder + target;
    for (String segment : from.split("/", -1)) {
      if (segment.equals("..")) {
        path.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        path.addLast(segment);
      }
    }
    return String.join("/", path);
  }
}
