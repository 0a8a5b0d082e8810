package vn.kt1.gateway.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.TransitTable.Promise.Measure;
import vn.kt1.gateway.directory.WorkCalendar;
import vn.kt1.gateway.shipment.VietnamTime;

/** When a shipment must first come to the door. */
public class DueTimeTest {

  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final long MINUTES = 360L * 24 * 60;

  /** Counted by hand: 2026-11-27 is a Friday, 2026-12-31 a Thursday, 2027-01-01 a holiday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:00:00+07:00, 1,   2026-11-25T17:00:00+07:00",
    "2026-11-24T09:00:00+07:00, 1.5, 2026-11-26T12:00:00+07:00",
    "2026-11-24T09:00:00+07:00, 0.5, 2026-11-25T12:00:00+07:00",
    "2026-11-24T17:00:00+07:00, 1,   2026-11-25T17:00:00+07:00",
    "2026-11-24T17:00:01+07:00, 1,   2026-11-26T17:00:00+07:00",
    "2026-11-27T09:00:00+07:00, 1.5, 2026-12-01T12:00:00+07:00",
    "2026-11-28T09:00:00+07:00, 1,   2026-12-01T17:00:00+07:00",
    "2026-11-24T17:30:00Z,      1,   2026-11-26T17:00:00+07:00",
    "2026-12-31T10:00:00+07:00, 1,   2027-01-04T17:00:00+07:00",
    "2026-12-31T18:00:00+07:00, 1.5, 2027-01-06T12:00:00+07:00"
  })
  void working_days_after_the_day_of_acceptance(String accepted, double days, String due) {
    assertThat(due(FIVE, at(accepted), halves((int) (days * 2)))).isEqualTo(at(due));
  }

  @Test
  void without_a_cut_off_the_day_of_the_stamp_counts_whatever_day_it_is() {
    assertThat(due(null, at("2026-11-28T22:00:00+07:00"), halves(2)))
        .isEqualTo(at("2026-11-30T17:00:00+07:00"));
  }

  @Test
  void a_working_day_instead_counts() {
    assertThat(due(FIVE, at("2026-05-29T09:00:00+07:00"), halves(2)))
        .as("the 30th of May is a Saturday on which one works")
        .isEqualTo(at("2026-05-30T17:00:00+07:00"));
  }

  @Test
  void a_due_time_that_reaches_into_a_year_without_a_calendar_is_not_computed() {
    DueTime time =
        new DueTime(table(FIVE), year -> year == 2026 ? calendar(2026) : Optional.empty());
    assertThat(time.of(at("2026-12-31T09:00:00+07:00"), halves(2))).isEmpty();
    assertThat(time.of(at("2026-12-30T09:00:00+07:00"), halves(2)))
        .contains(at("2026-12-31T17:00:00+07:00"));
    assertThat(time.of(at("2026-12-31T09:00:00+07:00"), hours(24)))
        .as("hours need no calendar")
        .contains(at("2027-01-01T09:00:00+07:00"));
  }

  @Property
  void whoever_is_accepted_later_is_not_due_earlier(
      @ForAll("cutOffs") Optional<LocalTime> cutOff,
      @ForAll @LongRange(max = MINUTES) long one,
      @ForAll @LongRange(max = MINUTES) long other,
      @ForAll @IntRange(min = 1, max = 14) int count) {
    Instant first = BEGIN.plus(Duration.ofMinutes(Math.min(one, other)));
    Instant second = BEGIN.plus(Duration.ofMinutes(Math.max(one, other)));
    assertThat(due(cutOff.orElse(null), first, halves(count)))
        .isBeforeOrEqualTo(due(cutOff.orElse(null), second, halves(count)));
  }

  @Property
  void more_days_are_due_later_on_a_working_day_after_acceptance(
      @ForAll("cutOffs") Optional<LocalTime> cutOff,
      @ForAll @LongRange(max = MINUTES) long minute,
      @ForAll @IntRange(min = 1, max = 14) int count) {
    Instant accepted = BEGIN.plus(Duration.ofMinutes(minute));
    Instant due = due(cutOff.orElse(null), accepted, halves(count));
    LocalDate day = VietnamTime.day(due);
    assertThat(calendar(day.getYear()).orElseThrow().works(day)).isTrue();
    assertThat(day).isAfter(VietnamTime.day(accepted));
    assertThat(due(cutOff.orElse(null), accepted, halves(count + 1))).isAfter(due);
  }

  @Property
  void hours_run_day_and_night(
      @ForAll @LongRange(max = MINUTES) long minute,
      @ForAll @IntRange(min = 1, max = 999) int count) {
    Instant accepted = BEGIN.plus(Duration.ofMinutes(minute));
    assertThat(due(FIVE, accepted, hours(count))).isEqualTo(accepted.plus(Duration.ofHours(count)));
  }

  @Provide
  Arbitrary<Optional<LocalTime>> cutOffs() {
    return Arbitraries.of(Optional.empty(), Optional.of(FIVE), Optional.of(NOON));
  }

  private static Instant due(@Nullable LocalTime cutOff, Instant accepted, Promise promise) {
    return new DueTime(table(cutOff), DueTimeTest::calendar).of(accepted, promise).orElseThrow();
  }

  private static TransitTable table(@Nullable LocalTime cutOff) {
    return new TransitTable(
        "one", LocalDate.EPOCH, null, false, cutOff, NOON, FIVE, Map.of(), "SYNTHETIC", false);
  }

  private static Optional<WorkCalendar> calendar(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    for (String day : Set.of("01-01", "02-16", "02-17", "02-18", "04-30", "05-01", "09-02")) {
      holidays.add(LocalDate.parse(year + "-" + day));
    }
    return Optional.of(
        new WorkCalendar(
            year,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            holidays,
            year == 2026 ? Set.of(LocalDate.parse("2026-05-30")) : Set.of(),
            "SYNTHETIC",
            false));
  }

  private static Promise halves(int count) {
    return new Promise(Measure.HALF_DAYS, count);
  }

  private static Promise hours(int count) {
    return new Promise(Measure.HOURS, count);
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
