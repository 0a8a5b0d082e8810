package vn.kt1.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Answers a caller who is not let in, or may not do what it asks. SECURITY: the answer is the same,
 * whatever the reason.
 */
final class EntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String GUESSES_AGAIN_SECONDS = "60";

  private final List<String> challenges;

  EntryPoint(String... challenges) {
    this.challenges = List.of(challenges);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    // Without the database nobody knows whether the login is right, so this is no refusal.
    if (why instanceof AuthenticationServiceException) {
      Problems.unavailable(request, response);
      return;
    }
    RefusedCall.because(request, why);
    if (RefusedCall.tooManyGuesses(why)) {
      response.setHeader("Retry-After", GUESSES_AGAIN_SECONDS);
      Problems.write(request, response, Code.RATE_LIMITED);
      return;
    }
    challenges.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
    Problems.write(request, response, Code.UNAUTHENTICATED);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null) {
      RefusedCall.who(request, who.getName());
    }
    Problems.because(request, "role");
    Problems.write(request, response, Code.FORBIDDEN);
  }
}
