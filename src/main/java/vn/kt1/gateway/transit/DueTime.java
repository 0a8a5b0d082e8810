package vn.kt1.gateway.transit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.TransitTable.Promise.Measure;
import vn.kt1.gateway.directory.WorkCalendar;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * When a shipment must first come to the door. J is the day of acceptance by the post, n counts
 * working days after it: J + 1 ends with the first working day after J, J + 1.5 ends at half of the
 * second (TT 16/2017/TT-BTTTT Đ.4(4)(b), superseded). Hours run day and night.
 */
final class DueTime {

  private final TransitTable table;
  private final IntFunction<Optional<WorkCalendar>> calendars;

  DueTime(TransitTable table, IntFunction<Optional<WorkCalendar>> calendars) {
    this.table = table;
    this.calendars = calendars;
  }

  /** Empty where a year it reaches into has no calendar. */
  Optional<Instant> of(Instant accepted, Promise promise) {
    if (promise.measure() == Measure.HOURS) {
      return Optional.of(accepted.plus(Duration.ofHours(promise.count())));
    }
    int whole = promise.count() / 2;
    boolean half = promise.count() % 2 == 1;
    LocalTime end = half ? table.halfDay() : table.dayEnd();
    return countedAs(accepted)
        .flatMap(day -> workingDayAfter(day, half ? whole + 1 : whole))
        .map(day -> day.atTime(end).atZone(VietnamTime.VIETNAM).toInstant());
  }

  /** The day J. */
  private Optional<LocalDate> countedAs(Instant accepted) {
    ZonedDateTime at = accepted.atZone(VietnamTime.VIETNAM);
    LocalDate day = at.toLocalDate();
    LocalTime cutOff = table.cutOff();
    if (cutOff == null) {
      return Optional.of(day);
    }
    return works(day)
        .flatMap(
            works ->
                works && !at.toLocalTime().isAfter(cutOff)
                    ? Optional.of(day)
                    : workingDayAfter(day, 1));
  }

  private Optional<LocalDate> workingDayAfter(LocalDate day, int count) {
    LocalDate found = day;
    for (int left = count; left > 0; ) {
      found = found.plusDays(1);
      Optional<Boolean> works = works(found);
      if (works.isEmpty()) {
        return Optional.empty();
      }
      left -= works.get() ? 1 : 0;
    }
    return Optional.of(found);
  }

  /** Empty where nobody has said which days of that year are working days. */
  private Optional<Boolean> works(LocalDate day) {
    return calendars.apply(day.getYear()).map(calendar -> calendar.works(day));
  }
}
