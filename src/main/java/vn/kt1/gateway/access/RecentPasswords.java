package vn.kt1.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a moment ago, from the same address. Each call of the API brings the
 * password, and Argon2 is slow on purpose. SECURITY: what is kept is an HMAC under a key of this
 * process, over the hash too: a changed password is not known, and memory tells nobody the old one.
 */
final class RecentPasswords {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Cache<String, Boolean> seen;

  RecentPasswords(Duration remembered, Ticker ticker) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
    this.seen =
        Caffeine.newBuilder()
            .expireAfterWrite(remembered)
            .maximumSize(10_000)
            .ticker(ticker)
            .build();
  }

  boolean knows(KeptLogin login, String password, String address) {
    return seen.getIfPresent(mark(login, password, address)) != null;
  }

  void remember(KeptLogin login, String password, String address) {
    seen.put(mark(login, password, address), true);
  }

  private String mark(KeptLogin login, String password, String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // The hash has no line break, so the parts cannot be moved against each other.
      mac.update(
          String.join("\n", login.login().name(), login.passwordHash(), address, "")
              .getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
