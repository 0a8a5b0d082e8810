package vn.kt1.gateway.security;

import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;

/** Refuses a caller who calls too often, before it reads a byte of the body. */
public final class RateFilter extends RequestFilter {

  private final Callers callers;
  private final Rates rates;
  private final Counter limited;

  RateFilter(Callers callers, Rates rates, Counter limited) {
    this.callers = callers;
    this.rates = rates;
    this.limited = limited;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean known = who != null && !(who instanceof AnonymousAuthenticationToken);
    Duration wait = known ? rates.take(callers.of(who)) : Duration.ZERO;
    if (wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    limited.increment();
    RefusedCall.who(request, who.getName());
    Problems.tooMany(request, response, wait);
  }
}
