package vn.kt1.gateway.report;

import java.time.LocalDate;
import java.util.List;

/** A report that has to be with a province's Department before a day (Asia/Ho_Chi_Minh). */
public record Deadline(
    String province, LocalDate dueBefore, String state, boolean done, boolean late) {

  /** Whoever keeps the calendar of reports tells here what is due next, and what is overdue. */
  public interface Source {
    List<Deadline> deadlines();
  }
}
