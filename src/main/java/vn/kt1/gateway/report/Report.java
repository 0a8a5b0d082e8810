package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.figures.Counted;

/**
 * A yearly report of a province (CONTRACT, 3.5). {@code from} and {@code to} are inclusive; {@code
 * version} is null for a report that is counted now.
 */
public record Report(
    int year,
    String province,
    Kind kind,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    @Nullable Integer version,
    List<Counted> figures,
    List<Suppressed> suppressed) {

  public Report {
    figures = List.copyOf(figures);
    suppressed = List.copyOf(suppressed);
  }

  /** Who signs it. */
  public enum Kind {
    TO_DEPARTMENT
  }

  /** How many cells of a figure stand for all degrees together. */
  public record Suppressed(String figure, int cells) {}

  Report with(List<Counted> others, List<Suppressed> merged) {
    return new Report(year, province, kind, from, to, asOf, version, others, merged);
  }

  Report versioned(int number) {
    return new Report(year, province, kind, from, to, asOf, number, figures, suppressed);
  }
}
