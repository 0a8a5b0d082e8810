package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;

/**
 * An unknown or closed recipient may be the wrong one, so a person must check it (docs/policy.md,
 * P-9). A proposed successor is open on that day.
 */
@Rule.Section(number = "P-9", version = 2)
final class RecipientUnitIsOpen implements Rule {

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (envelope.recipient().code() == null || context.vouched()) {
      return Verdict.silent();
    }
    return context
        .recipient()
        .map(unit -> open(unit, context))
        .orElseGet(() -> Verdict.holds("unknown"));
  }

  private Verdict open(Unit unit, Context context) {
    if (unit.openOn(context.on())) {
      return Verdict.silent();
    }
    if (!unit.closedBefore(context.on())) {
      return Verdict.holds("unknown");
    }
    return unit.successor() == null
        ? Verdict.holds("closed")
        : Verdict.holds("succeeded", unit.successor());
  }
}
