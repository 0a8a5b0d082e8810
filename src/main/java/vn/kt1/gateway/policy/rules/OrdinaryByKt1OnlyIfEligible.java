package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/** Ordinary items go by KT1 only from bodies the network serves (docs/policy.md, P-4). */
final class OrdinaryByKt1OnlyIfEligible implements Rule {

  private static final List<Network> OTHERS =
      List.of(Network.PUBLIC_POST, Network.HAND, Network.CIPHER);

  @Override
  public String number() {
    return "P-4";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (envelope.secrecy() != Secrecy.NONE || Kt1Eligibility.of(context)) {
      return Verdict.silent();
    }
    return envelope.wish() == Network.KT1
        ? Verdict.refuses("wished")
        : Verdict.leaves(OTHERS, "not-served");
  }
}
