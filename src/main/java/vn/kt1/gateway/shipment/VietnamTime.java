package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Time in Vietnam: days and years begin there, and what people read is written at +07:00. */
public final class VietnamTime {

  /** Where days, months and years begin. */
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The offset of all times we write (CONTRACT, 3.3). Vietnam has had no other since 1975. */
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(OFFSET);

  private VietnamTime() {}

  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, VIETNAM);
  }

  /** As files and answers have it, to the second. */
  public static String stamp(Instant instant) {
    return STAMP.format(instant);
  }
}
