package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;

/** Of what type each part of a workbook is said to be, by its name or by its ending. */
final class ContentTypes extends PartReader {

  static final String NAME = "[content_types].xml";

  private static final Pattern WORKBOOK =
      Pattern.compile(".*(?:spreadsheetml|ms-excel).*\\.main(?:\\+xml)?");

  private final Map<String, String> byEnding = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  ContentTypes(Found found) {
    super(found, Map.of());
  }

  /** Whether the archive says that it holds a workbook of any kind. */
  static boolean workbookIn(ZippedParts parts) throws IOException {
    if (!parts.has(NAME)) {
      return false;
    }
    ContentTypes types = new ContentTypes(new Found());
    types.read(parts.open(NAME));
    return Stream.of(types.byName, types.byEnding)
        .flatMap(known -> known.values().stream())
        .anyMatch(type -> WORKBOOK.matcher(type).matches());
  }

  /** The type of that part, in lower case; empty when none is given. */
  String of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return byName.getOrDefault("/" + name, byEnding.getOrDefault(ending, ""));
  }

  @Override
  void start(String name, Attributes attributes) {
    String type = lower(attributes, "ContentType");
    if (name.equals("Default")) {
      keep(byEnding, lower(attributes, "Extension"), type);
    } else if (name.equals("Override")) {
      keep(byName, lower(attributes, "PartName"), type);
    }
  }

  private static String lower(Attributes attributes, String name) {
    String value = attribute(attributes, name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
