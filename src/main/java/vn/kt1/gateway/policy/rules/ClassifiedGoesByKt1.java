package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * A classified envelope goes by KT1 and by no other postal network. The sender may still choose
 * delivery by hand or by cipher, which are not post (docs/policy.md, P-1).
 */
@Rule.Section(number = "P-1", version = 1)
final class ClassifiedGoesByKt1 implements Rule {

  private static final List<Network> NOT_THE_PUBLIC_POST =
      List.of(Network.KT1, Network.HAND, Network.CIPHER);

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (envelope.secrecy() == Secrecy.UNSPECIFIED) {
      return Verdict.leaves(NOT_THE_PUBLIC_POST);
    }
    if (!envelope.secrecy().classified()) {
      return Verdict.silent();
    }
    if (envelope.wish() == Network.PUBLIC_POST) {
      return Verdict.refuses("public-post");
    }
    boolean post = envelope.wish() == null || envelope.wish() == Network.KT1;
    return Verdict.leaves(NOT_THE_PUBLIC_POST, post ? "kt1" : "not-by-post");
  }
}
