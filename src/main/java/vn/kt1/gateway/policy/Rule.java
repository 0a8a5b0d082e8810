package vn.kt1.gateway.policy;

import java.util.Locale;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Text;

/**
 * Narrows the networks an envelope may take, holds it, or refuses it. A rule can only take away, so
 * the order of rules is never a bug. Each stands in {@code docs/policy.md} with its legal source.
 */
public interface Rule {

  Verdict on(Envelope envelope, Context context);

  /** The legal source, as it is quoted to the clerk. */
  String basis(Context context);

  /** The class name as words: {@code classified-goes-by-kt1}. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The reason with the sentence {@code rule.<id>.<variant>}. */
  default Reason reason(Context context, String variant, Object... arguments) {
    return new Reason(id(), basis(context), Text.of("rule." + id() + "." + variant, arguments));
  }
}
