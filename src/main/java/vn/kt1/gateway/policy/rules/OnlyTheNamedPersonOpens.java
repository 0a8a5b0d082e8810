package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;

/**
 * An envelope that only a named person may open needs a name, because it is handed to that person
 * unopened (docs/policy.md, P-14).
 */
@Rule.Section(number = "P-14", version = 1)
final class OnlyTheNamedPersonOpens implements Rule {

  private static final String NOBODY_NAMED = "personal-only-without-addressee";

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (!envelope.personalOnly()) {
      return Verdict.silent();
    }
    return envelope.recipient().addressee() == null
        ? Verdict.warns(new Warning(NOBODY_NAMED, Text.of("warning." + NOBODY_NAMED)))
        : Verdict.tells("named");
  }
}
