package vn.kt1.gateway.policy.rules;

import java.util.Set;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * Without a wish, an ordinary item of an eligible sender takes the network its province has chosen
 * (docs/policy.md, P-5).
 */
final class OrdinaryByKt1WhereTheProvinceSaysSo implements Rule {

  @Override
  public String basis(Context context) {
    return "QĐ 32/2025/QĐ-TTg; " + context.province().name();
  }

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
        ? Verdict.leaves(Set.of(Network.KT1), reason(context, "kt1"))
        : Verdict.leaves(Set.of(Network.PUBLIC_POST), reason(context, "public-post"));
  }
}
