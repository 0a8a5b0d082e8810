package vn.kt1.gateway.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A login as stored. Without a hash it has no password here. */
record KeptLogin(
    Login login,
    @Nullable String passwordHash,
    @Nullable Instant lockedUntil,
    @Nullable Instant endedAt) {

  boolean lockedAt(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  boolean ended() {
    return endedAt != null;
  }

  // SECURITY: a printed login holds no hash.
  @Override
  public String toString() {
    return "KeptLogin[" + login.name() + "]";
  }
}
