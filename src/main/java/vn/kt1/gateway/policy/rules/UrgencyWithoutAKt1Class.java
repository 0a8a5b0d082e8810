package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/**
 * KT1 has only express and timed. Another urgency is ordered as the sender's province maps it, or
 * without urgency; the sender is told in both cases (docs/policy.md, P-12).
 */
@Rule.Section(number = "P-12", version = 2)
final class UrgencyWithoutAKt1Class implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.urgency().withoutKt1Class()
        ? Verdict.warns(warning(envelope.urgency(), context))
        : Verdict.silent();
  }

  private static Warning warning(Urgency urgency, Context context) {
    if (urgency == Urgency.UNKNOWN) {
      return warning("urgency-unreadable");
    }
    return context.province().ordered(urgency) == urgency
        ? warning("urgency-without-kt1-class")
        : warning("urgency-mapped");
  }

  private static Warning warning(String code) {
    return new Warning(code, Text.of("warning." + code));
  }
}
