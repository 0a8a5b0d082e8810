package vn.kt1.gateway.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A cell's stored value as text: serial dates as ISO times without a zone, whole numbers without
 * the {@code .0} and the exponent Excel gives them.
 */
record CellText(SharedStrings strings, Styles styles, boolean since1904) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** The day after the last one Excel knows, 9999-12-31. */
  private static final double NO_DAY = 2_958_466;

  /** The text of a value of that type (ECMA-376, ST_CellType) other than an inline string. */
  String of(String type, String value, int style) {
    return switch (type) {
      case "s" -> strings.get(Styles.number(value));
      case "str" -> SharedStrings.decode(value);
      case "b" -> String.valueOf(PartReader.yes(value.strip()));
      case "e" -> value;
      case "d" -> isoTime(value.strip());
      case "n" -> value.isBlank() ? "" : number(value.strip(), style);
      default -> throw Xlsx.malformed();
    };
  }

  /** Whether a reader of the sheet sees something of that value. */
  boolean shows(String type, String value, int style) {
    return type.equals("e") || styles.shows(style, type, value);
  }

  private String number(String digits, int style) {
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
      // Below, as for an infinite one.
    }
    throw Xlsx.malformed();
  }

  /** A time as the strict edition of the standard may store it, with or without its time of day. */
  private static String isoTime(String value) {
    try {
      return TIME.format(
          value.length() > 10
              ? LocalDateTime.parse(
                  value.endsWith("Z") ? value.substring(0, value.length() - 1) : value)
              : LocalDate.parse(value).atStartOfDay());
    } catch (DateTimeException e) {
      throw Xlsx.malformed();
    }
  }
}
