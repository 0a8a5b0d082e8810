package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * A top secret item lies in two envelopes. Outside stands only the mark A, and no word that tells
 * the degree (docs/policy.md, P-13).
 */
@Rule.Section(number = "P-13", version = 1)
final class TopSecretInTwoLayers implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    return envelope.secrecy() == Secrecy.TOP_SECRET
        ? Verdict.tells("two-layers")
        : Verdict.silent();
  }
}
