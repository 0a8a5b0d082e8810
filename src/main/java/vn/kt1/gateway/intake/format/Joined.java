package vn.kt1.gateway.intake.format;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Cell;
import vn.kt1.gateway.intake.Given;
import vn.kt1.gateway.shipment.HandOffField;

/** Joins a day and an hour that stand in two places under the same field name. */
final class Joined {

  static final Set<HandOffField> TIMES =
      Set.of(HandOffField.HANDED_OFF_AT, HandOffField.DELIVER_AT);

  /** How a workbook stores a day, and an hour without a day. */
  private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00(?::00)?");

  private static final Pattern HOUR = Pattern.compile("(?:1899-12-3[01]|1904-01-01)T([0-9:]{5,8})");
  private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}[:hHg.].*");

  private Joined() {}

  static boolean is(HandOffField field) {
    return TIMES.contains(field);
  }

  /** Adds a field; the second half of a time is joined to the first. */
  static void put(
      Given given, HandOffField field, @Nullable Object value, String place, int column) {
    boolean again = is(field) && given.has(field);
    if (again && given.value(field) instanceof String first && value instanceof String second) {
      given.replace(field, of(first, second));
    } else if (again && given.value(field) == null) {
      given.replace(field, value);
    } else if (!again || value != null) {
      given.put(field.pointer(), value, place, column);
    }
  }

  /** The day before the hour, in whatever order they are given. */
  static String of(String first, String second) {
    String one = said(first);
    String other = said(second);
    boolean hourFirst = HOUR.matcher(one).matches() || CLOCK.matcher(one).matches();
    String day = hourFirst ? other : one;
    String hour = hourFirst ? one : other;
    Matcher stored = HOUR.matcher(hour);
    Matcher begun = DAY.matcher(day);
    if (stored.matches() && begun.matches()) {
      return begun.group(1) + "T" + stored.group(1);
    }
    return (day + " " + hour).strip();
  }

  private static String said(String written) {
    return Cell.absent(written) ? "" : Cell.text(written);
  }
}
