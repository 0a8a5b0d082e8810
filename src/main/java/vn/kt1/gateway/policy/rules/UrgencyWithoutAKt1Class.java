package vn.kt1.gateway.policy.rules;

import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/**
 * KT1 knows express and timed only; other wishes for speed are told, not ordered (docs/policy.md,
 * P-12).
 */
final class UrgencyWithoutAKt1Class implements Rule {

  @Override
  public String basis(Context context) {
    return "TT 15/2022/TT-BTTTT; NĐ 30/2020/NĐ-CP";
  }

  @Override
  public Verdict on(Envelope envelope, Context context) {
    if (!envelope.urgency().withoutKt1Class()) {
      return Verdict.silent();
    }
    boolean unread = envelope.urgency() == Urgency.UNKNOWN;
    String code = unread ? "urgency-unreadable" : "urgency-without-kt1-class";
    return Verdict.warns(new Warning(code, Text.of("warning." + code)));
  }
}
