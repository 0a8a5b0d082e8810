package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sending or receiving body, valid from one date to another (both inclusive). {@code legacyCode}
 * is its reversed code of before, {@code kind} what sort of body it is; {@code source} and {@code
 * verified} say where the row comes from and whether somebody has checked it.
 */
public record Unit(
    String code,
    @Nullable String legacyCode,
    String name,
    String province,
    String kind,
    Eligibility eligibility,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successor,
    @Nullable String address,
    String source,
    boolean verified) {

  /** What a row that nobody has seen in a document gives as its source. */
  private static final String SYNTHETIC = "SYNTHETIC";

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

  /** A sample: it must be replaced before anything real is handed over. */
  public boolean synthetic() {
    return synthetic(source);
  }

  public static boolean synthetic(String source) {
    return source.toUpperCase(Locale.ROOT).contains(SYNTHETIC);
  }

  /** The last day, of one that is not closed the last there is. */
  public LocalDate end() {
    return validTo == null ? LocalDate.MAX : validTo;
  }

  Unit succeededBy(@Nullable String other) {
    return new Unit(
        code,
        legacyCode,
        name,
        province,
        kind,
        eligibility,
        validFrom,
        validTo,
        other,
        address,
        source,
        verified);
  }
}
