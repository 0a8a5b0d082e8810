package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * An ordinary item between served bodies, without a wish of the sender, goes by the network that
 * the sender's province has chosen (docs/policy.md, P-5).
 */
@Rule.Section(number = "P-5", version = 2)
final class OrdinaryByKt1WhereTheProvinceSaysSo implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean silent =
        envelope.secrecy() != Secrecy.NONE
            || envelope.wish() != null
            || !Kt1Eligibility.of(context);
    if (silent) {
      return Verdict.silent();
    }
    return context.province().ordinary()
        ? Verdict.leaves(List.of(Network.KT1), "kt1")
        : Verdict.leaves(List.of(Network.PUBLIC_POST), "public-post");
  }
}
