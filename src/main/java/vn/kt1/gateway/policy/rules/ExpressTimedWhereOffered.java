package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Urgency;

/**
 * An envelope is both express and timed only where the sender's province offers this service
 * (docs/policy.md, P-7).
 */
@Rule.Section(number = "P-7", version = 1)
final class ExpressTimedWhereOffered implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.urgency() == Urgency.EXPRESS_TIMED && !context.province().expressTimed()
        ? Verdict.refuses("not-offered")
        : Verdict.silent();
  }
}
