package vn.kt1.gateway.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shipment the post has accepted, and what it costs in whole dong without VAT. Either it has an
 * amount, a rate and a VAT, or it is said what is missing.
 *
 * <p>SECURITY: degree data.
 *
 * @param loss lost, and not found since
 * @param late came to the door after its time, and nobody has said why that does not count
 */
record StatementRow(
    String shipmentId,
    @Nullable String itemCode,
    Instant acceptedAt,
    String service,
    @Nullable String zone,
    @Nullable Integer weightGrams,
    List<Part> parts,
    @Nullable Price price,
    List<String> missing,
    boolean loss,
    boolean late) {

  /** What a charge is made of: the base, a surcharge. */
  record Part(String name, long amount) {}

  /**
   * @param tariff the price table it rests on, and its digest
   */
  record Price(
      long amount,
      BigDecimal vatPercent,
      long vat,
      @Nullable String tariff,
      @Nullable String sha256) {

    Price {
      if (amount < 0 || vat < 0 || vatPercent.signum() < 0) {
        throw new IllegalArgumentException("a price below zero");
      }
    }

    long total() {
      return Math.addExact(amount, vat);
    }
  }

  StatementRow {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
    if ((price == null) == missing.isEmpty()) {
      throw new IllegalArgumentException("either priced, or something is missing");
    }
  }
}
