package vn.kt1.gateway.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Objects;
import vn.kt1.gateway.shipment.Envelope;

/**
 * Narrows the networks an envelope may take, holds it, or refuses it. A rule only takes networks
 * away, so the order of the rules does not matter. Each rule has a section in {@code
 * docs/policy.md}. Its legal sources and their dates are in {@code policy/sources.csv}.
 */
public interface Rule {

  /** The rule's section in {@code docs/policy.md}, and its version. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Section {

    /** The number of its section: {@code P-1}. */
    String number();

    /** Raise this whenever the rule decides the same envelope differently than before. */
    int version();
  }

  Verdict on(Envelope envelope, Context context);

  default String number() {
    return section().number();
  }

  default int version() {
    return section().version();
  }

  private Section section() {
    return Objects.requireNonNull(getClass().getAnnotation(Section.class), getClass().getName());
  }

  /** The class name as words: {@code classified-goes-by-kt1}. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
