package vn.kt1.gateway.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.inspection.ThisMachine;

/** The identity provider whose tokens are believed; it is asked for its keys at the first token. */
final class JwtIssuer {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private JwtIssuer() {}

  static JwtDecoder decoder(AccessSettings.Oidc oidc, Clock clock) {
    return new PatientDecoder(
        () -> {
          NimbusJwtDecoder decoder =
              NimbusJwtDecoder.withIssuerLocation(oidc.issuer()).restOperations(client()).build();
          decoder.setJwtValidator(validator(oidc, clock));
          return decoder;
        });
  }

  /** Issuer, audience and time, each of them; a token without an end is none. */
  private static DelegatingOAuth2TokenValidator<Jwt> validator(
      AccessSettings.Oidc oidc, Clock clock) {
    JwtTimestampValidator inForce = new JwtTimestampValidator(Duration.ofSeconds(30));
    inForce.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        inForce,
        new JwtIssuerValidator(oidc.issuer()),
        new JwtClaimValidator<Object>(JwtClaimNames.EXP, end -> end != null),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, names -> names != null && names.contains(oidc.audience())));
  }

  private static RestTemplate client() {
    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
    factory.setConnectTimeout(PATIENCE);
    factory.setReadTimeout(PATIENCE);
    return new RestTemplate(factory);
  }

  /** SECURITY: whoever sits between us and the provider could vouch for anybody. */
  static List<BadConfiguration.Fault> faults(AccessSettings.Oidc oidc) {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    if (!safe(oidc.issuer())) {
      faults.add(
          new BadConfiguration.Fault(
              "gateway.access.oidc.issuer", 0, "is no https address", "https://… of the provider"));
    }
    if (oidc.audience().isBlank()) {
      faults.add(
          new BadConfiguration.Fault(
              "gateway.access.oidc.audience",
              0,
              "is missing, so tokens for others would be believed",
              "the name the provider knows this gateway by"));
    }
    return faults;
  }

  private static boolean safe(String issuer) {
    try {
      URI uri = URI.create(issuer);
      boolean here = uri.getHost() != null && ThisMachine.is(uri.getHost());
      return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
