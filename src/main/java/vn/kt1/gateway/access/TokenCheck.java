package vn.kt1.gateway.access;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.access.NotLetIn.Why;
import vn.kt1.gateway.directory.Directory;

/** Finds the partner of a token. A token of a partner that is no longer configured is refused. */
@Component
public class TokenCheck implements AuthenticationProvider {

  private final RecentTokens tokens;
  private final Directory directory;
  private final Guesses guesses;
  private final Clock clock;

  TokenCheck(RecentTokens tokens, Directory directory, Guesses guesses, Clock clock) {
    this.tokens = tokens;
    this.directory = directory;
    this.guesses = guesses;
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return BearerTokenAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String token = ((BearerTokenAuthenticationToken) asked).getToken();
    PartnerToken found =
        tokens
            .find(token)
            .filter(kept -> directory.partner(kept.partner()).isPresent())
            .orElseThrow(() -> refused(Why.TOKEN_UNKNOWN, null, asked));
    if (!clock.instant().isBefore(found.expiresAt())) {
      throw refused(Why.TOKEN_EXPIRED, found.partner(), asked);
    }
    return letIn(found.partner(), asked);
  }

  private NotLetIn refused(Why why, @Nullable String known, Authentication asked) {
    boolean counted = guesses.take(Addresses.of(asked));
    return new NotLetIn(counted ? why : Why.TOO_MANY_GUESSES, known);
  }

  static Authentication letIn(String partner, Authentication asked) {
    PreAuthenticatedAuthenticationToken known =
        new PreAuthenticatedAuthenticationToken(
            partner, null, AuthorityUtils.createAuthorityList("ROLE_PARTNER"));
    known.setDetails(asked.getDetails());
    return known;
  }
}
