package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/**
 * A unit nobody knows, or one that was closed, may be the wrong house: a person must look
 * (docs/policy.md, P-9).
 */
final class RecipientUnitIsOpen implements Rule {

  @Override
  public String basis(Context context) {
    return "QĐ 20/2020/QĐ-TTg; QĐ 09/2025/QĐ-TTg";
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (envelope.recipient().code() == null) {
      return Verdict.silent();
    }
    return context
        .recipient()
        .map(unit -> open(unit, context))
        .orElseGet(() -> Verdict.holds(reason(context, "unknown")));
  }

  private Verdict open(Unit unit, Context context) {
    if (unit.openOn(context.on())) {
      return Verdict.silent();
    }
    if (!unit.closedBefore(context.on())) {
      return Verdict.holds(reason(context, "unknown"));
    }
    return unit.successor() == null
        ? Verdict.holds(reason(context, "closed"))
        : Verdict.holds(reason(context, "succeeded", unit.successor()));
  }
}
