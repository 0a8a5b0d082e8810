package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * The sender may choose the network. Without a choice the envelope goes by post (KT1 or public),
 * never by hand or by cipher (docs/policy.md, P-6).
 */
@Rule.Section(number = "P-6", version = 2)
final class TheSendersWish implements Rule {

  private static final List<Network> BY_POST = List.of(Network.KT1, Network.PUBLIC_POST);

  @Override
  public Verdict on(Envelope envelope, Context context) {
    Network wish = envelope.wish();
    if (wish == null) {
      return Verdict.leaves(BY_POST);
    }
    if (envelope.secrecy() == Secrecy.NONE) {
      return Verdict.leaves(List.of(wish), "wished");
    }
    return wish == Network.HAND
        ? Verdict.leaves(List.of(wish), "by-hand")
        : Verdict.leaves(List.of(wish));
  }
}
