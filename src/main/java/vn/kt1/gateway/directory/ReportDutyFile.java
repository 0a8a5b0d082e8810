package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys under {@code report} in {@code provinces/<province>.yaml}. */
record ReportDutyFile(
    @JsonProperty(required = true) String dueBefore,
    @JsonProperty(required = true) String mailOn,
    @JsonProperty(required = true) String mailAt,
    @JsonSetter(nulls = Nulls.SET) @Nullable String periodStart) {

  @Nullable ReportDuty check(Path file, List<BadConfiguration.Fault> faults) {
    int before = faults.size();
    MonthDay due = read(file, faults, "dueBefore", dueBefore, ReportDutyFile::day);
    MonthDay mailed = read(file, faults, "mailOn", mailOn, ReportDutyFile::day);
    LocalTime at = read(file, faults, "mailAt", mailAt, LocalTime::parse);
    MonthDay start = ReportDuty.USUAL_START;
    if (periodStart != null) {
      start = read(file, faults, "periodStart", periodStart, ReportDutyFile::day);
    }
    if (due != null && mailed != null && !mailed.isBefore(due)) {
      fault(
          file,
          faults,
          "mailOn",
          "the report is mailed when it is already due",
          "a day before dueBefore");
    }
    return faults.size() > before || due == null || mailed == null || at == null || start == null
        ? null
        : new ReportDuty(due, mailed, at, start);
  }

  /** 29 February is no day of every year. */
  private static MonthDay day(String text) {
    MonthDay day = MonthDay.parse("--" + text);
    if (!day.isValidYear(2025)) {
      throw new DateTimeException("not a day of every year");
    }
    return day;
  }

  private static <T> @Nullable T read(
      Path file,
      List<BadConfiguration.Fault> faults,
      String key,
      String text,
      Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      String example = key.equals("mailAt") ? "\"07:00\"" : "\"12-15\" (month-day)";
      fault(file, faults, key, key + " cannot be read", example);
      return null;
    }
  }

  private static void fault(
      Path file, List<BadConfiguration.Fault> faults, String key, String wrong, String write) {
    faults.add(new BadConfiguration.Fault(file.toString(), YamlFile.line(file, key), wrong, write));
  }
}
