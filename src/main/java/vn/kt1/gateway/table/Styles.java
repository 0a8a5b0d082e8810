package vn.kt1.gateway.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Which of a workbook's cell styles show a number as a date. */
final class Styles extends PartReader {

  /** Excel itself has 65,490 at most. */
  private static final int MOST_STYLES = 100_000;

  private final Map<Integer, String> formats = new HashMap<>();
  private final BitSet dates = new BitSet();
  private boolean cells;
  private int count;

  Styles(Set<Hidden> found) {
    super(found, Map.of());
  }

  boolean date(int style) {
    return style >= 0 && dates.get(style);
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "numFmt" -> format(attributes);
      case "cellXfs" -> cells = true;
      case "xf" -> style(attributes);
      default -> {
        // Fonts, fills and borders.
      }
    }
  }

  @Override
  void end(String name, String text) {
    if (name.equals("cellXfs")) {
      cells = false;
    }
  }

  private void format(Attributes attributes) {
    String code = attribute(attributes, "formatCode");
    // SECURITY: POI judges a format by regular expressions, so it gets none longer than Excel's.
    if (code != null && code.length() <= LONGEST_NAME) {
      keep(formats, number(attribute(attributes, "numFmtId")), code);
    }
  }

  private void style(Attributes attributes) {
    if (!cells) {
      return;
    }
    int format = number(attribute(attributes, "numFmtId"));
    if (DateUtil.isADateFormat(format, formats.get(format))) {
      dates.set(count);
    }
    if (++count > MOST_STYLES) {
      throw Xlsx.tooLarge();
    }
  }

  static int number(@Nullable String digits) {
    try {
      return digits == null ? 0 : Integer.parseInt(digits.strip());
    } catch (NumberFormatException e) {
      throw Xlsx.malformed();
    }
  }
}
