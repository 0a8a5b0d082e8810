package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.server.Problems;
import vn.kt1.testing.Authority;
import vn.kt1.testing.HandClock;

/** Who is sent away for want of a certificate, and what is kept of why. */
class CertificateFilterTest {

  private static final Authority CA = new Authority("CA");
  private static final Instant NOW = Instant.now();
  private static final X509Certificate OWN =
      CA.client("bound", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(9))).certificate();
  private static final X509Certificate OTHER = CA.client("bound").certificate();

  private final HandClock clock = new HandClock(NOW.toString());
  private final Directory directory =
      new Directory(List.of(), List.of(), List.of(partner("bound", OWN), partner("free")));

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void a_bound_partner_passes_with_its_certificate_only() throws Exception {
    assertThat(refused("bound", OWN)).isNull();
    assertThat(refused("bound", null)).isEqualTo("client-certificate-missing");
    assertThat(refused("bound", OTHER)).isEqualTo("client-certificate-unknown");
    clock.advance(Duration.ofDays(9).plusSeconds(1));
    assertThat(refused("bound", OWN)).isEqualTo("client-certificate-expired");
  }

  @Test
  void a_header_is_no_certificate() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    for (String name :
        List.of("jakarta.servlet.request.X509Certificate", "X-Client-Cert", "SSL_CLIENT_CERT")) {
      request.addHeader(name, "any");
    }
    request.addParameter("jakarta.servlet.request.X509Certificate", "any");
    assertThat(refused(who("bound"), request)).isEqualTo("client-certificate-missing");
  }

  @Test
  void all_others_pass() throws Exception {
    assertThat(refused("free", null)).isNull();
    assertThat(refused("free", OTHER)).isNull();
    assertThat(refused((Authentication) null, new MockHttpServletRequest())).isNull();
    Authentication stranger =
        new AnonymousAuthenticationToken(
            "key", "bound", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    assertThat(refused(stranger, new MockHttpServletRequest())).isNull();
  }

  private @Nullable String refused(String partner, @Nullable X509Certificate shown)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    if (shown != null) {
      request.setAttribute(
          "jakarta.servlet.request.X509Certificate",
          new X509Certificate[] {shown, CA.certificate()});
    }
    return refused(who(partner), request);
  }

  /** Null: let through. */
  private @Nullable String refused(@Nullable Authentication who, MockHttpServletRequest request)
      throws Exception {
    SecurityContextHolder.getContext().setAuthentication(who);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain behind = new MockFilterChain();
    new CertificateFilter(
            new Callers(directory), directory, (asked, answer, why) -> answer.setStatus(401), clock)
        .doFilter(request, response, behind);
    boolean passed = behind.getRequest() != null;
    assertThat(response.getStatus()).isEqualTo(passed ? 200 : 401);
    return (String) request.getAttribute(Problems.WHY);
  }

  private static Authentication who(String partner) {
    return new TestingAuthenticationToken(partner, "token", "ROLE_PARTNER");
  }

  private static Partner partner(String id, X509Certificate... bound) {
    return new Partner(
        id,
        id,
        Set.of("H24.16"),
        false,
        false,
        null,
        null,
        Conventions.CONTRACT,
        List.of(bound),
        null);
  }
}
