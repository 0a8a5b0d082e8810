package vn.kt1.gateway.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cell: first its type (ECMA-376, ST_CellType) and style, then its value. The text has
 * serial dates as ISO times without a zone, and whole numbers without the {@code .0} and the
 * exponent that Excel writes.
 */
final class CellReader {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** The day after the last one Excel knows, 9999-12-31. */
  private static final double NO_DAY = 2_958_466;

  private final SharedStrings strings;
  private final Styles styles;
  private final boolean since1904;
  private final Found found;
  private final StringBuilder inline = new StringBuilder();
  private String type = "n";
  private int style;
  private @Nullable String value;
  private boolean formula;
  private boolean calculates;
  private boolean constant;
  private boolean phonetic;

  CellReader(SharedStrings strings, Styles styles, boolean since1904, Found found) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
    this.found = found;
  }

  void start(@Nullable String type, @Nullable String style) {
    this.type = type == null ? "n" : type;
    this.style = Styles.number(style);
    value = null;
    formula = false;
    calculates = false;
    inline.setLength(0);
  }

  void value(String text) {
    if (value != null) {
      throw Xlsx.malformed();
    }
    value = text;
  }

  /** Two formulas are only values: some programs write yes and no with them. */
  void formula(String text) {
    formula = true;
    String written = text.strip().toUpperCase(Locale.ROOT);
    calculates = !written.equals("TRUE()") && !written.equals("FALSE()");
    constant = written.equals("TRUE()");
  }

  boolean calculates() {
    return formula
        && (calculates || !type.equals("b") || value == null || PartReader.yes(value) != constant);
  }

  /** Whether a reader sees the value. */
  boolean shown() {
    return value == null || value.isBlank() || type.equals("e") || styles.shows(style, type, value);
  }

  void phonetic(boolean begins) {
    phonetic = begins;
  }

  void inline(String text) {
    if (inline.length() + text.length() > PartReader.LONGEST_CELL) {
      throw Xlsx.overlong();
    }
    if (!phonetic) {
      inline.append(text);
    } else if (!text.isBlank()) {
      found.add(Hidden.HIDDEN_TEXT);
    }
  }

  /** What the cell shows. A failed formula shows nothing. */
  String text() {
    boolean isInline = type.equals("inlineStr");
    String ignored = isInline ? value : inline.toString();
    if (ignored != null && !ignored.isBlank()) {
      found.add(Hidden.HIDDEN_TEXT);
    }
    if (isInline) {
      return SharedStrings.decode(inline.toString());
    }
    return value == null || formula && type.equals("e") ? "" : text(value);
  }

  private String text(String value) {
    return switch (type) {
      case "s" -> strings.get(Styles.number(value));
      case "str" -> SharedStrings.decode(value);
      case "b" -> String.valueOf(PartReader.yes(value.strip()));
      case "e" -> value;
      case "d" -> isoTime(value.strip());
      case "n" -> value.isBlank() ? "" : number(value.strip());
      default -> throw Xlsx.malformed();
    };
  }

  private String number(String digits) {
    double number = parse(digits);
    if (styles.date(style) && DateUtil.isValidExcelDate(number) && number < NO_DAY) {
      return TIME.format(DateUtil.getLocalDateTime(number, since1904, true));
    }
    return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
  }

  private static double parse(String digits) {
    try {
      double number = Double.parseDouble(digits);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Fails below, like an infinite value.
    }
    throw Xlsx.malformed();
  }

  /** A time as the strict edition of the standard stores it, with or without the time of day. */
  private static String isoTime(String value) {
    try {
      return TIME.format(
          value.length() > 10
              ? LocalDateTime.parse(value.replaceFirst("Z$", ""))
              : LocalDate.parse(value).atStartOfDay());
    } catch (DateTimeException e) {
      throw Xlsx.malformed();
    }
  }
}
