package vn.kt1.gateway.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Contract.Payer;

/**
 * Whose statement it is, and on what it rests.
 *
 * @param over whether the month is: before that more may come
 * @param payer as agreed on the last day of the month, {@code UNKNOWN} where nothing is written
 */
record StatementHead(
    String unit,
    String name,
    String province,
    YearMonth month,
    boolean over,
    Instant asOf,
    Payer payer,
    @Nullable String contract,
    boolean contractVerified,
    List<UsedTariff> tariffs) {

  /** A price table by which something in the month was charged. */
  record UsedTariff(
      String tariff,
      String sha256,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source,
      boolean verified) {}
}
