package vn.kt1.gateway.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal source of a rule, as far as it is known from when to when it holds (both inclusive; null:
 * not found, or still in force). {@code read} says where it was read, {@code verified} whether that
 * was the text itself or a source that quotes it; {@code note} what is not certain of it.
 */
public record Source(
    String rule,
    String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String read,
    boolean verified,
    String note) {

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
