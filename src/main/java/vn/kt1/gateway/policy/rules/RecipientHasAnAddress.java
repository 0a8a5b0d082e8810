package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;

/** Without an address the post cannot deliver (docs/policy.md, P-10). */
@Rule.Section(number = "P-10", version = 1)
final class RecipientHasAnAddress implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean written = envelope.recipient().address() != null;
    boolean known = context.recipient().map(Unit::address).isPresent();
    boolean nobody = envelope.recipient().code() != null && context.recipient().isEmpty();
    // Whoever carries it by hand knows the place; the post does not.
    boolean shown = context.vouched() && envelope.wish() == Network.HAND;
    // An unknown unit is held for being unknown; asking for its address as well helps nobody.
    return written || known || shown || nobody && !context.vouched()
        ? Verdict.silent()
        : Verdict.holds("none");
  }
}
