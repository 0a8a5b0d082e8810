package vn.kt1.gateway.report;

import java.time.LocalDate;
import java.util.List;

/** A report that must reach the Department of a province before a day (of Vietnam). */
public record Deadline(
    String province, LocalDate dueBefore, String state, boolean done, boolean late) {

  /** Tells which report of each province is due next, and which is overdue. */
  public interface Source {
    List<Deadline> deadlines();
  }
}
