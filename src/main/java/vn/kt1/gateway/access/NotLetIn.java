package vn.kt1.gateway.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** A caller is not let in. The reason and the claimed name are for evidence and never told. */
public class NotLetIn extends BadCredentialsException {
  private static final long serialVersionUID = 1L;

  private final Why why;
  private final @Nullable String known;

  /** The reasons as evidence has them. */
  public enum Why {
    PASSWORD_WRONG,
    LOGIN_UNKNOWN,
    LOGIN_LOCKED,
    LOGIN_ENDED,
    TOKEN_UNKNOWN,
    TOKEN_EXPIRED,
    JWT_NOT_BELIEVED,
    TOO_MANY_GUESSES;

    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param known the name of a login or partner that exists; null for any other word
   */
  NotLetIn(Why why, @Nullable String known) {
    super("not let in");
    this.why = why;
    this.known = known;
  }

  public Why why() {
    return why;
  }

  public @Nullable String known() {
    return known;
  }
}
