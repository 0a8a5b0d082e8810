package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.WorkCalendar;

/** The keys of {@code calendars/<year>.yaml}. */
public record CalendarFile(
    YamlBlock block,
    @Key(needed = true) Scalar year,
    @Key(needed = true) List<Scalar> weekdays,
    @Key(needed = true, empty = true) List<Scalar> holidays,
    @Key(empty = true) List<Scalar> workingInstead,
    @Key(needed = true) String source,
    @Key(needed = true) boolean verified) {

  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();

  /** One calendar a year. */
  public static List<WorkCalendar> readAll(List<Path> files, List<Fault> faults) {
    List<WorkCalendar> all = new ArrayList<>();
    Map<Integer, Path> years = new HashMap<>();
    for (Path file : files) {
      CalendarFile read = YamlFile.read(file, CalendarFile.class, faults);
      WorkCalendar calendar = read == null ? null : read.calendar();
      if (read == null || calendar == null) {
        continue;
      }
      Path first = years.putIfAbsent(calendar.year(), file);
      if (first != null) {
        read.block.fault(
            read.year, "has a calendar already: " + first.getFileName(), "one file a year");
      }
      all.add(calendar);
    }
    return all;
  }

  private @Nullable WorkCalendar calendar() {
    if (block.broken()) {
      return null;
    }
    if (!year.text().matches("20[0-9]{2}")) {
      block.fault(year, "is no year from 2000 to 2099", "year: 2026");
      return null;
    }
    int of = Integer.parseInt(year.text());
    Set<DayOfWeek> working = working();
    Set<LocalDate> off = days(holidays, of);
    Set<LocalDate> instead = days(workingInstead, of);
    WorkCalendar without = new WorkCalendar(of, working, off, Set.of(), source, verified);
    check(without, instead);
    return new WorkCalendar(of, working, off, instead, source, verified);
  }

  private void check(WorkCalendar without, Set<LocalDate> instead) {
    for (LocalDate day : instead) {
      if (without.holidays().contains(day)) {
        block.fault("workingInstead", day + " is a holiday too", "the day in one list only");
      } else if (without.works(day)) {
        block.fault("workingInstead", day + " is a working day anyway", "a day off");
      }
    }
    if (verified && Unit.synthetic(source)) {
      block.fault("verified", "a SYNTHETIC calendar is verified by nobody", "verified: false");
    }
  }

  private Set<DayOfWeek> working() {
    return weekdays.stream()
        .filter(day -> block.isOneOf(WEEKDAYS, day, "is no weekday"))
        .map(day -> DayOfWeek.valueOf(day.text()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  private Set<LocalDate> days(List<Scalar> written, int of) {
    Set<LocalDate> days = new TreeSet<>();
    for (Scalar text : written) {
      LocalDate day = day(text);
      if (day == null || day.getYear() != of) {
        block.fault(text, "is no day of " + of, "a day such as " + of + "-01-01");
      } else if (!days.add(day)) {
        block.fault(text, "stands there twice", "each day once");
      }
    }
    return days;
  }

  private static @Nullable LocalDate day(Scalar text) {
    try {
      return LocalDate.parse(text.text());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
