package vn.kt1.gateway.policy.rules;

import java.time.LocalDate;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Source;
import vn.kt1.gateway.policy.Sources;

/** Who may send ordinary items by KT1, on which day. */
final class Kt1Eligibility {

  /**
   * Bodies served under QĐ 37/2021 but not under QĐ 32/2025 keep the service as long as it says.
   */
  private static final Source QD37 =
      Sources.of("P-4").stream()
          .filter(source -> source.text().startsWith("QĐ 37/2021/"))
          .findFirst()
          .orElseThrow();

  private Kt1Eligibility() {}

  static boolean of(Context context) {
    LocalDate on = context.on();
    return switch (context.sender().eligibility()) {
      case QD32 -> true;
      case QD37 -> QD37.holdsOn(on);
      case NONE -> false;
    };
  }
}
