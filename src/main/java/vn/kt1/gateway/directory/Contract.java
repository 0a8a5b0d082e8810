package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has agreed with the post, from one day to another (both inclusive), and how it is
 * told.
 *
 * @param number of the contract by which it pays
 * @param afterHours whom the post reaches outside office hours (TT 16/2017/TT-BTTTT Đ.18(5), the
 *     last rule that can be read)
 * @param mail the unit's own mailbox
 * @param notices what it wants to be told by mail of its shipments
 */
public record Contract(
    String unit,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Payer payer,
    @Nullable String number,
    @Nullable String afterHours,
    @Nullable String mail,
    Set<Told> notices,
    String source,
    boolean verified) {

  /** Who pays for the shipments of a unit. */
  public enum Payer {
    PAYS,
    FREE,
    UNKNOWN
  }

  /** A change of a shipment that a unit may want to be told. */
  public enum Told {
    ACCEPTED,
    DELIVERED,
    FAILED,
    RETURNED
  }

  public Contract {
    notices = Set.copyOf(notices);
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
