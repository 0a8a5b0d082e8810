package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * The message does not say whether the envelope is classified, so it waits for the sender's answer
 * (docs/policy.md, P-2).
 */
@Rule.Section(number = "P-2", version = 1)
final class BlankSecrecyIsHeld implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.secrecy() == Secrecy.UNSPECIFIED ? Verdict.holds("blank") : Verdict.silent();
  }
}
