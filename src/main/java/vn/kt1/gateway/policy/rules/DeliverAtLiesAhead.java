package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/** An agreed time of delivery that has passed cannot be kept (docs/policy.md, P-8). */
final class DeliverAtLiesAhead implements Rule {

  @Override
  public String number() {
    return "P-8";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.deliverAt() != null && !envelope.deliverAt().isAfter(context.now())
        ? Verdict.refuses("past")
        : Verdict.silent();
  }
}
