package vn.kt1.gateway.policy.rules;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;

/** The person or post that takes a classified item over signs for it (docs/policy.md, P-15). */
@Rule.Section(number = "P-15", version = 1)
final class ClassifiedHandOverIsSigned implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.secrecy().classified() ? signed(envelope.wish()) : Verdict.silent();
  }

  private static Verdict signed(@Nullable Network wish) {
    if (wish == null || wish == Network.KT1) {
      return Verdict.tells("by-post");
    }
    return wish == Network.HAND ? Verdict.tells("by-hand") : Verdict.silent();
  }
}
