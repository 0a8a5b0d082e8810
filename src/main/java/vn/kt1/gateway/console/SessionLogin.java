package vn.kt1.gateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.server.RequestFilter;

/**
 * Checks the login of a session at each request. The session ends when the login is ended or
 * locked, or has got other rights or another password. With a first password a person may only
 * change it.
 */
final class SessionLogin extends RequestFilter {

  private static final String PASSWORD = "/console/password";

  /** Written again when the person changes the password in this session. */
  static final String STAMP = "kt1.stamp";

  private final Logins logins;

  SessionLogin(Logins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof Login then)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Login> now = logins.open(then.name());
    if (now.isEmpty() || !stands(request, then.name())) {
      request.logout();
      response.sendRedirect(ConsoleSecurity.LOGIN);
    } else if (now.get().mustChange() && !request.getRequestURI().equals(PASSWORD)) {
      response.sendRedirect(PASSWORD);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean stands(HttpServletRequest request, String name) {
    String now = logins.stamp(name).orElse("");
    Object then = request.getSession().getAttribute(STAMP);
    if (then == null) {
      request.getSession().setAttribute(STAMP, now);
    }
    return then == null || then.equals(now);
  }
}
