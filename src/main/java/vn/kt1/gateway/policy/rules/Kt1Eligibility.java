package vn.kt1.gateway.policy.rules;

import java.time.LocalDate;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.LegalSource;
import vn.kt1.gateway.policy.Sources;

/** Tells between which bodies ordinary items may go by KT1 on a day. */
final class Kt1Eligibility {

  /**
   * Bodies served under QĐ 37/2021, but not under QĐ 32/2025, keep the service while this source
   * holds.
   */
  private static final LegalSource QD37 =
      Sources.of("P-4").stream()
          .filter(source -> source.text().startsWith("QĐ 37/2021/"))
          .findFirst()
          .orElseThrow();

  private Kt1Eligibility() {}

  /**
   * Whether sender and recipient are both served. The last readable text asks this of the recipient
   * too.
   */
  static boolean of(Context context) {
    return ofSender(context) && ofRecipient(context);
  }

  static boolean ofSender(Context context) {
    return served(context.sender(), context.on());
  }

  static boolean ofRecipient(Context context) {
    return context.recipient().map(unit -> served(unit, context.on())).orElse(false);
  }

  private static boolean served(Unit unit, LocalDate on) {
    return switch (unit.eligibility()) {
      case QD32 -> true;
      case QD37 -> QD37.holdsOn(on);
      case NONE -> false;
    };
  }
}
