package vn.kt1.gateway.policy;

import java.util.Locale;
import vn.kt1.gateway.shipment.Envelope;

/**
 * Narrows the networks an envelope may take, holds it, or refuses it. A rule can only take away, so
 * the order of rules is never a bug. Each has its section in {@code docs/policy.md}; its legal
 * sources, from when to when each holds, stand in {@code policy/sources.csv}.
 */
public interface Rule {

  /** Its section in {@code docs/policy.md}: {@code P-1}. */
  String number();

  /** Raised whenever the rule says something else than before of the same envelope. */
  int version();

  Verdict on(Envelope envelope, Context context);

  /** The class name as words: {@code classified-goes-by-kt1}. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
