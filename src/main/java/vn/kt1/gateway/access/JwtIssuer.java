package vn.kt1.gateway.access;

import java.time.Clock;
import java.time.Duration;
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

/** The identity provider whose tokens are accepted. Its keys are read with the first token. */
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

  /** Checks issuer, audience and time. A token without an end is refused. */
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
}
