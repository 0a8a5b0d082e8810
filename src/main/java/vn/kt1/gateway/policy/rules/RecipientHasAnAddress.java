package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;

/**
 * The recipient has an address, because the post cannot deliver without one (docs/policy.md, P-10).
 */
@Rule.Section(number = "P-10", version = 1)
final class RecipientHasAnAddress implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean written = envelope.recipient().address() != null;
    boolean known = context.recipient().map(Unit::address).isPresent();
    boolean nobody = envelope.recipient().code() != null && context.recipient().isEmpty();
    // A courier who carries the envelope by hand knows the place; the post does not.
    boolean shown = context.vouched() && envelope.wish() == Network.HAND;
    // An unknown unit is already held by P-9; one question is enough.
    return written || known || shown || nobody && !context.vouched()
        ? Verdict.silent()
        : Verdict.holds("none");
  }
}
