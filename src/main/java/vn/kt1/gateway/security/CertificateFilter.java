package vn.kt1.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;

/**
 * Lets a partner that is bound to a certificate in with that certificate only. The token says who
 * calls, and the certificate proves that it is the partner's machine, so a stolen token alone is
 * useless. A refused caller is told the same as with a wrong token.
 */
final class CertificateFilter extends RequestFilter {

  /** Tomcat puts the certificate that the handshake has proven here; no header can set it. */
  private static final String SHOWN = "jakarta.servlet.request.X509Certificate";

  private final Callers callers;
  private final Directory directory;
  private final AuthenticationEntryPoint refusal;
  private final Clock clock;

  CertificateFilter(
      Callers callers, Directory directory, AuthenticationEntryPoint refusal, Clock clock) {
    this.callers = callers;
    this.directory = directory;
    this.refusal = refusal;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Binding.Answer answer = new Binding(bound(), shown(request)).at(clock.instant());
    if (answer == Binding.Answer.PROVEN) {
      chain.doFilter(request, response);
      return;
    }
    RefusedCall.who(request, SecurityContextHolder.getContext().getAuthentication().getName());
    Problems.because(request, answer.why());
    refusal.commence(request, response, new BadCredentialsException(answer.why()));
  }

  /** The certificates of the caller. Only a partner can be bound. */
  private List<X509Certificate> bound() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      return List.of();
    }
    return Optional.of(callers.of(who))
        .filter(caller -> caller.role() == Role.PARTNER)
        .map(Caller::name)
        .flatMap(directory::partner)
        .map(Partner::tlsCertificates)
        .orElse(List.of());
  }

  private static @Nullable X509Certificate shown(HttpServletRequest request) {
    return request.getAttribute(SHOWN) instanceof X509Certificate[] chain && chain.length > 0
        ? chain[0]
        : null;
  }
}
