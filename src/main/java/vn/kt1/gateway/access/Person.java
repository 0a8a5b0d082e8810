package vn.kt1.gateway.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller.Role;

/** A login as an administrator sees it. */
public record Person(
    String name,
    Role role,
    @Nullable String unit,
    @Nullable String province,
    State state,
    @Nullable Instant lockedUntil) {

  /**
   * The state of a login. With {@code FIRST_PASSWORD} the person must change it before anything
   * else.
   */
  public enum State {
    OPEN,
    FIRST_PASSWORD,
    LOCKED,
    ENDED
  }
}
