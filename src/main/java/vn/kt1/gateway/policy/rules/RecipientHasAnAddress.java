package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/** Without an address the post cannot deliver (docs/policy.md, P-10). */
final class RecipientHasAnAddress implements Rule {

  @Override
  public String basis(Context context) {
    return "QĐ 32/2025/QĐ-TTg";
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    boolean written = envelope.recipient().address() != null;
    boolean known = context.recipient().map(Unit::address).isPresent();
    boolean nobody = envelope.recipient().code() != null && context.recipient().isEmpty();
    // An unknown unit is held for being unknown; asking for its address as well helps nobody.
    return written || known || nobody ? Verdict.silent() : Verdict.holds(reason(context, "none"));
  }
}
