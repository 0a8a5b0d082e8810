package vn.kt1.gateway.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days of one year.
 *
 * @param weekdays on which one works
 * @param holidays on which one does not, whatever weekday it is
 * @param workingInstead days off on which one works for another day (làm bù)
 */
public record WorkCalendar(
    int year,
    Set<DayOfWeek> weekdays,
    Set<LocalDate> holidays,
    Set<LocalDate> workingInstead,
    String source,
    boolean verified) {

  public WorkCalendar {
    weekdays = Set.copyOf(weekdays);
    holidays = Set.copyOf(holidays);
    workingInstead = Set.copyOf(workingInstead);
  }

  public boolean works(LocalDate day) {
    return workingInstead.contains(day)
        || weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }
}
