package vn.kt1.gateway.policy.rules;

import java.util.Set;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/** Ordinary items go by KT1 only from bodies the network serves (docs/policy.md, P-4). */
final class OrdinaryByKt1OnlyIfEligible implements Rule {

  private static final Set<Network> OTHERS =
      Set.of(Network.PUBLIC_POST, Network.HAND, Network.CIPHER);

  @Override
  public String basis(Context context) {
    return "QĐ 32/2025/QĐ-TTg; QĐ 37/2021/QĐ-TTg";
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (envelope.secrecy() != Secrecy.NONE || Kt1Eligibility.of(context)) {
      return Verdict.silent();
    }
    return envelope.wish() == Network.KT1
        ? Verdict.refuses(reason(context, "wished"))
        : Verdict.leaves(OTHERS, reason(context, "not-served"));
  }
}
