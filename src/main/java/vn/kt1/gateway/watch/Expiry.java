package vn.kt1.gateway.watch;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import vn.kt1.gateway.post.KeyEnd;

/**
 * Something that expires: its kind, its owner, which one it is ({@code what}: a serial number or an
 * id, never a name), and from when to when it is valid.
 */
public record Expiry(Kind kind, String owner, String what, Instant from, Instant to) {

  public enum Kind {
    SERVER_CERTIFICATE,
    CLIENT_CA,
    PARTNER_CERTIFICATE,
    MAIL_CERTIFICATE,
    PARTNER_TOKEN,
    PGP_KEY;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How urgent it is. */
  public enum Alarm {
    NONE,
    SOON,
    NOW
  }

  static final Duration SOON = Duration.ofDays(60);
  static final Duration AT_ONCE = Duration.ofDays(7);

  static Expiry of(Kind kind, String owner, X509Certificate certificate) {
    return new Expiry(
        kind,
        owner,
        "serial " + certificate.getSerialNumber().toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  static Expiry of(KeyEnd key) {
    return new Expiry(Kind.PGP_KEY, key.owner(), "key " + key.keyId(), key.from(), key.to());
  }

  public Alarm at(Instant now) {
    if (now.isBefore(from)) {
      return Alarm.SOON;
    }
    if (!now.plus(AT_ONCE).isBefore(to)) {
      return Alarm.NOW;
    }
    return now.plus(SOON).isBefore(to) ? Alarm.NONE : Alarm.SOON;
  }

  /** Whole days until it expires; negative when it has expired. */
  long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, to).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /** In words: expired, not valid yet, or how many days are left. */
  String told(Instant now) {
    String whose = kind.label() + " of " + owner + ", " + what;
    if (now.isBefore(from)) {
      return "not valid before " + from + ": " + whose;
    }
    return now.isAfter(to)
        ? "expired at " + to + ": " + whose
        : "expires in " + daysLeft(now) + " days, at " + to + ": " + whose;
  }
}
