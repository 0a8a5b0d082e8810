package vn.kt1.gateway.startup;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * One setting as it counts.
 *
 * @param raw as written, null when nobody has set it
 * @param value with the variables put in; null also when one of them is not set
 * @param variable of the environment that may say it; {@code set} when it does
 * @param place where it is written
 */
record Setting(
    @Nullable String raw,
    @Nullable String value,
    @Nullable String variable,
    boolean set,
    Place place) {

  /** Whether somebody has said it, other than a variable that is not set. */
  boolean given() {
    return raw != null && (variable == null || set);
  }

  boolean blank() {
    return value == null || value.isBlank();
  }

  String text() {
    return value == null ? "" : value.strip();
  }

  /** Where what counts was written. */
  Fault fault(String wrong, String write) {
    return set || place.packed() ? missing(wrong, write) : place.fault(wrong, write);
  }

  /** Where it has to be written. */
  Fault missing(String wrong, String write) {
    return variable == null ? place.fault(wrong, write) : new Fault(variable, 0, wrong, write);
  }
}
