package vn.kt1.gateway.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sending or receiving body, valid from one date to another (both inclusive). {@code source} and
 * {@code verified} say where the row comes from and whether somebody has checked it.
 */
public record Unit(
    String code,
    String name,
    String province,
    Eligibility eligibility,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successor,
    @Nullable String address,
    String source,
    boolean verified) {

  /** Under which decision of the Prime Minister a body may use KT1 for ordinary items. */
  public enum Eligibility {
    QD32,
    QD37,
    NONE
  }

  public boolean openOn(LocalDate date) {
    return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
  }

  public boolean closedBefore(LocalDate date) {
    return validTo != null && date.isAfter(validTo);
  }
}
