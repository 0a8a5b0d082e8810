package vn.kt1.gateway.security;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The certificates a caller is bound to (none: it is not bound), and the one it has shown. */
record Binding(List<X509Certificate> bound, @Nullable X509Certificate shown) {

  /** Whether a certificate proves the caller, or why it does not. */
  enum Answer {
    PROVEN,
    MISSING,
    UNKNOWN,
    EXPIRED;

    /** For the operators; the caller is not told. */
    String why() {
      return "client-certificate-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@code EXPIRED} also means a certificate that is not valid yet. */
  Answer at(Instant now) {
    if (bound.isEmpty()) {
      return Answer.PROVEN;
    }
    if (shown == null) {
      return Answer.MISSING;
    }
    if (!named(shown)) {
      return Answer.UNKNOWN;
    }
    // SECURITY: the TLS handshake does not check the dates of a certificate that is itself a
    // trusted authority.
    boolean early = now.isBefore(shown.getNotBefore().toInstant());
    return early || now.isAfter(shown.getNotAfter().toInstant()) ? Answer.EXPIRED : Answer.PROVEN;
  }

  /** Compares in constant time, wherever the bytes differ and whichever certificate matches. */
  private boolean named(X509Certificate one) {
    boolean found = false;
    for (X509Certificate each : bound) {
      found |= MessageDigest.isEqual(der(each), der(one));
    }
    return found;
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate without an encoding", e);
    }
  }
}
