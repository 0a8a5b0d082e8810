package vn.kt1.gateway.directory;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A province's yearly report, days of the year in Vietnam. What is null or empty does not happen.
 *
 * @param periodStart begins the year that is reported; null: the province has not said, and no text
 *     on KT1 does (15/12 is the year of state-secret reports, 01/01 that of postal ones)
 * @param dueBefore the Department must have it before that day
 * @param mailOn the final report is made, and mailed at {@code mailAt} unless it waits for approval
 * @param cutOff the last day that a preliminary report counts; what follows is estimated
 * @param formsOn the forms go out that units and the post fill in
 * @param remindOn who has not filed is reminded
 * @param approval the final report is mailed only when the Department has approved it
 * @param summaries mailed besides, some days after each ends
 * @param readers mail addresses that get what the Department gets
 */
public record ReportDuty(
    @Nullable MonthDay periodStart,
    MonthDay dueBefore,
    MonthDay mailOn,
    LocalTime mailAt,
    @Nullable MonthDay cutOff,
    @Nullable MonthDay formsOn,
    List<MonthDay> remindOn,
    @Nullable MonthDay preliminaryOn,
    boolean approval,
    Set<Summary> summaries,
    List<String> readers,
    ReportLetter toDepartment,
    ReportLetter compiled) {

  /** Shorter than a year. */
  public enum Summary {
    MONTH,
    QUARTER,
    HALF_YEAR
  }

  public ReportDuty {
    remindOn = List.copyOf(remindOn);
    summaries = Set.copyOf(summaries);
    readers = List.copyOf(readers);
  }
}
