package vn.kt1.gateway.mail;

import org.jspecify.annotations.Nullable;

/** A mail that would be refused again as it is: somebody must mend an address first. */
public class Undeliverable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undeliverable(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
