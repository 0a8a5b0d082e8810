package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.figures.Counted;

/**
 * A yearly report of a province (CONTRACT, 3.5). {@code from} and {@code to} are inclusive; {@code
 * version} and {@code stage} are null for a report that is counted now.
 *
 * @param countedTo the last day whose shipments are counted; what follows is an estimate, or empty
 */
public record Report(
    int year,
    String province,
    Kind kind,
    @Nullable Stage stage,
    LocalDate from,
    LocalDate to,
    LocalDate countedTo,
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
    /** The gateway's own figures and what the post and each unit return to the Department. */
    TO_DEPARTMENT,
    /** The Department's draft to the People's Committee and the Ministry. */
    COMPILED
  }

  /** How far it is. */
  public enum Stage {
    PRELIMINARY,
    FINAL
  }

  /** How many cells of a figure stand for several together. */
  public record Suppressed(String figure, int cells) {}

  Report with(List<Counted> others, List<Suppressed> merged) {
    return new Report(
        year, province, kind, stage, from, to, countedTo, asOf, version, others, merged);
  }

  Report versioned(int number) {
    return new Report(
        year, province, kind, stage, from, to, countedTo, asOf, number, figures, suppressed);
  }

  /** Without cells where this report has no such figure. */
  public Counted figure(String key) {
    return figures.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElse(new Counted(key, "items", List.of(), List.of()));
  }
}
