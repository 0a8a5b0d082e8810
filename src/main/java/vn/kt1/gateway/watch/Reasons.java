package vn.kt1.gateway.watch;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.DegreeWords;

/** Why an administrator does something: one line of 1 to 200 characters, kept in evidence. */
final class Reasons {

  private static final int LONGEST = 200;

  private Reasons() {}

  static @Nullable String maybe(@Nullable String reason) {
    return reason == null || reason.isBlank() ? null : needed(reason);
  }

  static String needed(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new Rejected(Fault.of(Code.MISSING_FIELD, "/reason"));
    }
    String stripped = reason.strip();
    if (stripped.length() > LONGEST || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/reason", "reason"));
    }
    // SECURITY: people who may not know a degree read evidence.
    if (DegreeWords.in(stripped)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/reason", "degree"));
    }
    return stripped;
  }
}
