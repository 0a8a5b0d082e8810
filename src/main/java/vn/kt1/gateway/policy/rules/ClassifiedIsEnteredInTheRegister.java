package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/**
 * A classified item is entered in the register of outgoing state secrets before it is handed over
 * (docs/policy.md, P-3).
 */
@Rule.Section(number = "P-3", version = 1)
final class ClassifiedIsEnteredInTheRegister implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (!envelope.secrecy().classified() || Boolean.TRUE.equals(envelope.enteredInRegister())) {
      return Verdict.silent();
    }
    return envelope.enteredInRegister() == null
        ? Verdict.holds("unknown")
        : Verdict.refuses("not-entered");
  }
}
