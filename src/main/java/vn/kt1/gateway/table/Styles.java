package vn.kt1.gateway.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The cell styles of a workbook: which show a number as a date, and which show nothing. */
final class Styles extends PartReader {

  /** Excel allows 65,490. */
  private static final int MOST_STYLES = 100_000;

  private final Map<Integer, String> formats = new HashMap<>();
  private final Looks looks = new Looks();
  private final BitSet dates = new BitSet();
  private final BitSet unreadable = new BitSet();
  private final Map<Integer, NumberFormat> byStyle = new HashMap<>();
  private boolean cells;
  private int count;

  Styles(Found found) {
    super(found, Map.of());
  }

  boolean date(int style) {
    return style >= 0 && dates.get(style);
  }

  /**
   * Whether a reader sees something of the value.
   *
   * @param type {@code n} for a number, else that of a text or of yes and no
   */
  boolean shows(int style, String type, String value) {
    NumberFormat format = byStyle.get(style);
    return style < 0 || !unreadable.get(style) && (format == null || format.shows(type, value));
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "numFmt" -> format(attributes);
      case "cellXfs" -> cells = true;
      case "xf" -> style(attributes);
      default -> looks.start(name, attributes);
    }
  }

  @Override
  void end(String name, String text) {
    looks.end(name);
    if (name.equals("cellXfs")) {
      cells = false;
    }
  }

  private void format(Attributes attributes) {
    String code = attribute(attributes, "formatCode");
    // SECURITY: POI checks a format with regular expressions, so a format longer than Excel allows
    // is not passed to it.
    if (code != null && code.length() <= LONGEST_NAME) {
      keep(formats, number(attribute(attributes, "numFmtId")), code);
    }
  }

  private void style(Attributes attributes) {
    if (!cells) {
      return;
    }
    int format = number(attribute(attributes, "numFmtId"));
    String code = formats.get(format);
    dates.set(count, DateUtil.isADateFormat(format, code));
    if (code != null) {
      byStyle.put(count, NumberFormat.of(code));
    }
    int font = number(attribute(attributes, "fontId"));
    int fill = number(attribute(attributes, "fillId"));
    unreadable.set(count, !looks.readable(font, fill));
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
