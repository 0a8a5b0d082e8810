package vn.kt1.gateway.policy.rules;

import java.time.Duration;
import java.time.Instant;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;

/**
 * Refuses an agreed time of delivery that has passed. Warns when the time is so near that the post
 * may miss it (docs/policy.md, P-8).
 */
@Rule.Section(number = "P-8", version = 3)
final class DeliverAtLiesAhead implements Rule {

  private static final String LATE = "timed-asked-for-late";

  @Override
  public Verdict on(Envelope envelope, Context context) {
    Instant at = envelope.deliverAt();
    if (at == null) {
      return Verdict.silent();
    }
    if (!at.isAfter(context.now())) {
      return Verdict.refuses("past");
    }
    Duration lead = TimedLead.of(TimedLead.Distance.of(context));
    boolean late = at.isBefore(context.now().plus(lead));
    return late && mayGoByKt1(envelope) ? Verdict.warns(tooLate(lead)) : Verdict.silent();
  }

  private static boolean mayGoByKt1(Envelope envelope) {
    return envelope.wish() == null || envelope.wish() == Network.KT1;
  }

  private static Warning tooLate(Duration lead) {
    return new Warning(LATE, Text.of("warning." + LATE, String.valueOf(lead.toHours())));
  }
}
