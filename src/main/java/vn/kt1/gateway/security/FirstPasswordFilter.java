package vn.kt1.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;
import vn.kt1.gateway.web.Problem;

/** A person who still has the password that somebody else chose may only choose a new one. */
final class FirstPasswordFilter extends RequestFilter {

  private static final ApiCall CHANGE_PASSWORD = ApiCalls.named("renew-login");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean first = who != null && who.getPrincipal() instanceof Login login && login.mustChange();
    if (!first || CHANGE_PASSWORD.is(request)) {
      chain.doFilter(request, response);
      return;
    }
    RefusedCall.who(request, who.getName());
    Problems.because(request, "first-password");
    Rejected rejected = new Rejected(Fault.of(Code.FORBIDDEN, "", "first-password"));
    Problems.write(request, response, Problem.of(rejected, Problems.correlationId(request)));
  }
}
