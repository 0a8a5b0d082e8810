package vn.kt1.gateway.policy.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;

/**
 * How long before its time an item with an agreed time has to be with the post, by the last text
 * that can be read: {@code policy/timed-lead.csv}.
 */
final class TimedLead {

  /** What is known of the way: by province, and by what kind of place a unit is of. */
  enum Distance {
    IN_THE_CITY,
    AROUND_THE_CITY,
    BETWEEN_PROVINCES;

    static Distance of(Context context) {
      Unit recipient = context.recipient().orElse(null);
      if (recipient == null || !recipient.province().equals(context.sender().province())) {
        return BETWEEN_PROVINCES;
      }
      return outside(recipient) || outside(context.sender()) ? AROUND_THE_CITY : IN_THE_CITY;
    }

    /** A commune (xã) or a special zone (đặc khu); a ward (phường) is of the city. */
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
    try (var rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(
                new InputStreamReader(
                    Objects.requireNonNull(
                        TimedLead.class.getResourceAsStream("/policy/timed-lead.csv")),
                    StandardCharsets.UTF_8))) {
      for (CSVRecord row : rows) {
        hours.put(
            Distance.valueOf(row.get("distance").replace('-', '_').toUpperCase(Locale.ROOT)),
            Duration.ofHours(Long.parseLong(row.get("hours"))));
      }
      return hours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
