package vn.kt1.gateway.access;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;

/** Authenticates a bearer token: one of ours, or a JWT if an identity provider is configured. */
@Component
public class Bearers {

  private final TokenCheck tokens;
  private final @Nullable JwtCheck jwts;

  Bearers(
      TokenCheck tokens,
      AccessSettings settings,
      Logins logins,
      Directory directory,
      Guesses guesses,
      Evidence evidence,
      Clock clock) {
    this.tokens = tokens;
    this.jwts =
        settings.oidc().configured()
            ? new JwtCheck(
                JwtIssuer.decoder(settings.oidc(), clock),
                settings,
                logins,
                directory,
                guesses,
                evidence,
                clock)
            : null;
  }

  /** This is no AuthenticationManager: Spring would use such a bean for passwords as well. */
  public Authentication authenticate(Authentication asked) {
    String token = ((BearerTokenAuthenticationToken) asked).getToken();
    // Our tokens have no dot; a JWT has two.
    return jwts != null && token.indexOf('.') >= 0
        ? jwts.authenticate(asked)
        : tokens.authenticate(asked);
  }
}
