package vn.kt1.gateway.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Runs Argon2 for a few passwords at a time. Each run takes 19 MiB and a processor, and a flood of
 * guesses must leave enough of both for others.
 */
final class Hashing {

  /**
   * As {@link Logins#encoder()} writes a hash. No password has this one. It is written here because
   * to compute one costs each start a quarter of a second.
   */
  static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

  private static final int PATIENCE_SECONDS = 10;

  private final PasswordEncoder encoder;
  private final Semaphore hands;

  Hashing(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.hands = new Semaphore(atOnce, true);
  }

  boolean fits(String password, String hash) {
    take();
    try {
      return encoder.matches(password, hash);
    } finally {
      hands.release();
    }
  }

  /**
   * SECURITY: takes as long as for a login that exists, so that the time does not tell which logins
   * exist.
   */
  void pretend(String password) {
    fits(password, NOBODYS);
  }

  private void take() {
    try {
      if (hands.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AuthenticationServiceException("too many passwords at once");
  }
}
