package vn.kt1.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.watch.Readiness;

/**
 * Answers 503 while routes are starting or stopping, and while logins cannot be looked up. A sender
 * takes 404 or 401 as final, but tries again after 503.
 */
final class ReadyFilter extends RequestFilter {

  private final Readiness readiness;

  ReadyFilter(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!readiness.started()) {
      Problems.unavailable(request, response);
      return;
    }
    MDC.put("correlationId", Problems.correlationId(request));
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException | AuthenticationServiceException e) {
      Problems.unavailable(request, response);
    } finally {
      MDC.remove("correlationId");
    }
  }
}
