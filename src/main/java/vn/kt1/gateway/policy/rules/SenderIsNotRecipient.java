package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/** An envelope to oneself is a slip of the pen (docs/policy.md, P-11). */
final class SenderIsNotRecipient implements Rule {

  @Override
  public String number() {
    return "P-11";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return context.sender().code().equals(envelope.recipient().code())
        ? Verdict.refuses("same")
        : Verdict.silent();
  }
}
