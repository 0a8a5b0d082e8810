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
 * The passwords that were correct a moment ago, each from the same address. Every call of the API
 * brings the password, and Argon2 is slow on purpose. SECURITY: only an HMAC is kept, under a key
 * of this process and over the hash too. So a changed password does not match, and memory does not
 * tell the old one.
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
      // The hash has no line break, so no other split of the parts gives the same text.
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
