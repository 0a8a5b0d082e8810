package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Urgency;

/**
 * Transit times that the post has promised, from one day to another (both inclusive).
 *
 * @param superseded kept for comparison only: no shipment is due by it
 * @param cutOff what is accepted later, or on a day off, counts as accepted on the next working
 *     day; without it the day of the stamp counts, whatever day it is
 * @param halfDay when half a working day ends
 * @param dayEnd when a working day ends
 * @param promises NORMAL and EXPRESS; an agreed time is due at that time
 */
public record TransitTable(
    String id,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean superseded,
    @Nullable LocalTime cutOff,
    LocalTime halfDay,
    LocalTime dayEnd,
    Map<Zone, Map<Urgency, Promise>> promises,
    String source,
    boolean verified) {

  /** So many hours, which run day and night, or so many half working days after the day J. */
  public record Promise(Measure measure, int count) {

    /** What is counted. */
    public enum Measure {
      HOURS,
      HALF_DAYS
    }

    public Promise {
      if (count < 1) {
        throw new IllegalArgumentException("a promise is of more than nothing");
      }
    }
  }

  public TransitTable {
    promises = Map.copyOf(promises);
  }

  public boolean inForceOn(LocalDate day) {
    return !superseded && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  public Optional<Promise> promise(Zone zone, Urgency urgency) {
    return Optional.ofNullable(promises.getOrDefault(zone, Map.of()).get(urgency));
  }
}
