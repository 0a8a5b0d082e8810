package vn.kt1.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import vn.kt1.gateway.access.NotLetIn;
import vn.kt1.gateway.access.NotLetIn.Why;
import vn.kt1.gateway.server.Problems;

/** What is known of a refused call until it is written down: who asked, and why it was refused. */
public final class RefusedCall {

  private static final String WHO = "kt1.who";

  private RefusedCall() {}

  /** SECURITY: only a name that exists is kept, never any other word of a stranger. */
  static void who(HttpServletRequest request, String name) {
    request.setAttribute(WHO, name);
  }

  static String who(HttpServletRequest request) {
    return (String) Optional.ofNullable(request.getAttribute(WHO)).orElse("unknown");
  }

  static Optional<String> why(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(Problems.WHY));
  }

  /** Keeps why somebody was not let in, unless a reason is already kept. */
  public static void because(HttpServletRequest request, AuthenticationException failure) {
    if (why(request).isPresent()) {
      return;
    }
    if (failure instanceof NotLetIn known) {
      Problems.because(request, known.why().text());
      if (known.known() != null) {
        who(request, known.known());
      }
    } else {
      boolean tried = request.getHeader("Authorization") != null;
      Problems.because(request, tried ? "credentials-unreadable" : "no-credentials");
    }
  }

  static boolean tooManyGuesses(AuthenticationException failure) {
    return failure instanceof NotLetIn known && known.why() == Why.TOO_MANY_GUESSES;
  }
}
