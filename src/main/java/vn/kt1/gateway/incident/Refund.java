package vn.kt1.gateway.incident;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid back, in whole dong: of a lost item at least four times its charge, the charge
 * itself included; of one that missed its transit time the charge (NĐ 47/2011/NĐ-CP Đ.24 to 26; not
 * verified for KT1). The charge is what was paid, so VAT is part of it.
 */
record Refund(@Nullable BigDecimal amount, boolean atLeast, List<String> missing) {

  static final String SOURCE = "NĐ 47/2011/NĐ-CP Đ.24–26";

  private static final BigDecimal TIMES = BigDecimal.valueOf(4);

  /** The charge of a shipment; without an amount {@code missing} says why. */
  record Charge(@Nullable BigDecimal amount, @Nullable BigDecimal vat, List<String> missing) {}

  /**
   * Null where nothing is paid back.
   *
   * @param late whether it missed its transit time and nobody has excluded it
   */
  static @Nullable Refund of(IncidentKind kind, boolean late, @Nullable Charge charge) {
    boolean lost = kind == IncidentKind.LOSS;
    if (!lost && !(kind == IncidentKind.LATE && late)) {
      return null;
    }
    if (charge == null || charge.amount() == null || charge.vat() == null) {
      return new Refund(null, lost, charge == null ? List.of("charge") : charge.missing());
    }
    BigDecimal paid = charge.amount().add(charge.vat());
    return new Refund(lost ? paid.multiply(TIMES) : paid, lost, List.of());
  }
}
