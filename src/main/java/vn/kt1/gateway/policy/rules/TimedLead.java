package vn.kt1.gateway.policy.rules;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.directory.DataFile;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.policy.Context;

/**
 * How long before the agreed time the post must have the item, by the last readable text: {@code
 * policy/timed-lead.csv}.
 */
final class TimedLead {

  /** How far the item goes: by the zones where a file holds, else by the names of the two units. */
  enum Distance {
    IN_THE_CITY,
    AROUND_THE_CITY,
    BETWEEN_PROVINCES;

    static Distance of(Context context) {
      return context.zone().map(Distance::of).orElseGet(() -> byNames(context));
    }

    private static Distance of(Zone zone) {
      return switch (zone) {
        case WITHIN_CITY -> IN_THE_CITY;
        case WITHIN_PROVINCE -> AROUND_THE_CITY;
        case WITHIN_REGION, BETWEEN_PROVINCES -> BETWEEN_PROVINCES;
      };
    }

    private static Distance byNames(Context context) {
      Unit recipient = context.recipient().orElse(null);
      if (recipient == null || !recipient.province().equals(context.sender().province())) {
        return BETWEEN_PROVINCES;
      }
      return outside(recipient) || outside(context.sender()) ? AROUND_THE_CITY : IN_THE_CITY;
    }

    /**
     * Whether the unit is a commune (xã) or a special zone (đặc khu). A ward (phường) belongs to
     * the city.
     */
    private static boolean outside(Unit unit) {
      String name = unit.name().toLowerCase(Locale.ROOT);
      return name.matches("(?U).*\\b(xã|đặc khu)\\b.*");
    }
  }

  private static final Map<Distance, Duration> HOURS = read();

  private TimedLead() {}

  static Duration of(Distance distance) {
    return Objects.requireNonNull(HOURS.get(distance));
  }

  private static Map<Distance, Duration> read() {
    Map<Distance, Duration> hours = new EnumMap<>(Distance.class);
    for (CSVRecord row : DataFile.read("/policy/timed-lead.csv")) {
      hours.put(
          Distance.valueOf(row.get("distance").replace('-', '_').toUpperCase(Locale.ROOT)),
          Duration.ofHours(Long.parseLong(row.get("hours"))));
    }
    return hours;
  }
}
