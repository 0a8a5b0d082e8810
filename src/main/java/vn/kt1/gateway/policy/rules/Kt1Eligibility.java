package vn.kt1.gateway.policy.rules;

import java.time.LocalDate;
import vn.kt1.gateway.policy.Context;

/** Who may send ordinary items by KT1, on which day. */
final class Kt1Eligibility {

  // Bodies served under QĐ 37/2021 but not under QĐ 32/2025 keep the service until this day.
  private static final LocalDate LAST_DAY_OF_QD37 = LocalDate.of(2025, 12, 31);

  private Kt1Eligibility() {}

  static boolean of(Context context) {
    return switch (context.sender().eligibility()) {
      case QD32 -> true;
      case QD37 -> !context.on().isAfter(LAST_DAY_OF_QD37);
      case NONE -> false;
    };
  }
}
