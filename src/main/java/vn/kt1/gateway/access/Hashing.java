package vn.kt1.gateway.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2, a few at a time: each takes 19 MiB and a processor, and a flood of guesses must leave
 * both to the others.
 */
final class Hashing {

  private static final int PATIENCE_SECONDS = 10;

  private final PasswordEncoder encoder;
  private final String nobodys;
  private final Semaphore hands;

  Hashing(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.nobodys = encoder.encode("nobody has this password");
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

  /** SECURITY: takes as long as for a login that exists, so that time does not tell which do. */
  void pretend(String password) {
    fits(password, nobodys);
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
