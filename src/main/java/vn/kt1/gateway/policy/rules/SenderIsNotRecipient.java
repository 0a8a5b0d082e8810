package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/** An envelope to the sender itself is a mistake (docs/policy.md, P-11). */
@Rule.Section(number = "P-11", version = 1)
final class SenderIsNotRecipient implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return context.sender().code().equals(envelope.recipient().code())
        ? Verdict.refuses("same")
        : Verdict.silent();
  }
}
