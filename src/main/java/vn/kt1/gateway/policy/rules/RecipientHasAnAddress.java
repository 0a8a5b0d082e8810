package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;

/** Without an address the post cannot deliver (docs/policy.md, P-10). */
final class RecipientHasAnAddress implements Rule {

  @Override
  public String number() {
    return "P-10";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean written = envelope.recipient().address() != null;
    boolean known = context.recipient().map(Unit::address).isPresent();
    boolean nobody = envelope.recipient().code() != null && context.recipient().isEmpty();
    // Who carries it by hand knows the house; the post does not.
    boolean shown = context.vouched() && envelope.wish() == Network.HAND;
    // An unknown unit is held for being unknown; asking for its address as well helps nobody.
    return written || known || shown || nobody && !context.vouched()
        ? Verdict.silent()
        : Verdict.holds("none");
  }
}
