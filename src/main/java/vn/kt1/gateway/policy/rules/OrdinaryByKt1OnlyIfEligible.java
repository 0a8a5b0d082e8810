package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/** Ordinary items go by KT1 only between bodies the network serves (docs/policy.md, P-4). */
@Rule.Section(number = "P-4", version = 2)
final class OrdinaryByKt1OnlyIfEligible implements Rule {

  private static final List<Network> OTHERS =
      List.of(Network.PUBLIC_POST, Network.HAND, Network.CIPHER);

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean silent =
        envelope.secrecy() != Secrecy.NONE
            || Kt1Eligibility.of(context)
            || unknownRecipient(envelope, context);
    if (silent) {
      return Verdict.silent();
    }
    String who = Kt1Eligibility.ofSender(context) ? "recipient-" : "";
    return envelope.wish() == Network.KT1
        ? Verdict.refuses(who + "wished")
        : Verdict.leaves(OTHERS, who + "not-served");
  }

  /** P-9 holds an unknown recipient first. Whether it is served is known only after the answer. */
  private static boolean unknownRecipient(Envelope envelope, Context context) {
    return Kt1Eligibility.ofSender(context)
        && envelope.recipient().code() != null
        && context.recipient().isEmpty()
        && !context.vouched();
  }
}
