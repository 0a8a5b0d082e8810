package vn.kt1.gateway.directory.file;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.MailAddress;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.ReportDuty.Summary;
import vn.kt1.gateway.directory.ReportLetter;

/** The key {@code report} of {@code provinces/<province>.yaml}. */
record ReportBlock(
    YamlBlock block,
    @Key(empty = true) @Nullable MonthDay periodStart,
    @Key(needed = true) MonthDay dueBefore,
    @Key(needed = true) MonthDay mailOn,
    @Key(needed = true) LocalTime mailAt,
    @Key(empty = true) @Nullable MonthDay cutOff,
    @Key(empty = true) @Nullable MonthDay formsOn,
    @Key(empty = true) List<MonthDay> remindOn,
    @Key(empty = true) @Nullable MonthDay preliminaryOn,
    boolean approval,
    @Key(empty = true) List<Scalar> summaries,
    @Key(empty = true) List<MailAddress> readers,
    @Key(empty = true) @Nullable Letter toDepartment,
    @Key(empty = true) @Nullable Letter compiled) {

  record Letter(
      @Key(empty = true) @Nullable String parent,
      @Key(empty = true) @Nullable String issuer,
      @Key(empty = true) @Nullable String series,
      @Key(empty = true) @Nullable String place,
      @Key(empty = true) List<String> to,
      @Key(empty = true) @Nullable String authority,
      @Key(empty = true) @Nullable String title,
      @Key(empty = true) List<String> copies) {

    static ReportLetter of(@Nullable Letter written) {
      return written == null
          ? ReportLetter.BLANK
          : new ReportLetter(
              written.parent,
              written.issuer,
              written.series,
              written.place,
              written.to,
              written.authority,
              written.title,
              written.copies);
    }
  }

  private static final List<String> SUMMARIES = List.of("month", "quarter", "half-year");

  ReportDuty duty() {
    inOrder();
    return new ReportDuty(
        periodStart,
        dueBefore,
        mailOn,
        mailAt,
        cutOff,
        formsOn,
        remindOn,
        preliminaryOn,
        approval,
        read(),
        readers.stream().map(MailAddress::text).toList(),
        Letter.of(toDepartment),
        Letter.of(compiled));
  }

  private record Step(String key, @Nullable MonthDay day) {}

  /** Each step before the next; all of them lie in the year that ends on {@code dueBefore}. */
  private void inOrder() {
    List<Step> steps = new ArrayList<>(List.of(new Step("formsOn", formsOn)));
    remindOn.forEach(day -> steps.add(new Step("remindOn", day)));
    steps.add(new Step("preliminaryOn", preliminaryOn));
    steps.add(new Step("mailOn", mailOn));
    if (mailOn.equals(dueBefore)) {
      String wrong = "the report is mailed when it is already due";
      block.fault("mailOn", wrong, "a day before dueBefore");
      return;
    }
    Step before = null;
    for (Step step : steps) {
      if (step.day() != null) {
        if (before != null && !before(Objects.requireNonNull(before.day()), step.day())) {
          String wrong = step.key() + " is not after " + before.key();
          block.fault(step.key(), wrong, "a day after it and before dueBefore");
        }
        before = step;
      }
    }
    if (cutOff != null && preliminaryOn != null && !before(cutOff, preliminaryOn)) {
      block.fault("cutOff", "cutOff is not before preliminaryOn", "the last day it counts");
    }
  }

  /** Counted back from the day on which the report is due. */
  private boolean before(MonthDay one, MonthDay other) {
    return back(one) > back(other);
  }

  private long back(MonthDay day) {
    LocalDate due = dueBefore.atYear(2024);
    LocalDate at = day.atYear(2024);
    return due.toEpochDay() - (at.isBefore(due) ? at : day.atYear(2023)).toEpochDay();
  }

  private Set<Summary> read() {
    Set<Summary> all = EnumSet.noneOf(Summary.class);
    for (Scalar one : summaries) {
      if (SUMMARIES.contains(one.text())) {
        all.add(Summary.valueOf(one.text().toUpperCase(Locale.ROOT).replace('-', '_')));
      } else {
        block.fault(one, "is none of " + SUMMARIES, "month, quarter or half-year");
      }
    }
    return all;
  }
}
