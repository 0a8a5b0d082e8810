package vn.kt1.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import vn.kt1.gateway.access.NotLetIn.Why;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Lets a caller in by a token of the identity provider: a partner by the subject in its file, a
 * person by the name of a login that has no password here. SECURITY: the provider only tells who it
 * is; the rights are kept here.
 */
final class JwtCheck implements AuthenticationProvider {

  private final JwtDecoder decoder;
  private final AccessSettings settings;
  private final Logins logins;
  private final Directory directory;
  private final Guesses guesses;
  private final Evidence evidence;
  private final Clock clock;
  private final Cache<String, Boolean> seen;

  JwtCheck(
      JwtDecoder decoder,
      AccessSettings settings,
      Logins logins,
      Directory directory,
      Guesses guesses,
      Evidence evidence,
      Clock clock) {
    this.decoder = decoder;
    this.settings = settings;
    this.logins = logins;
    this.directory = directory;
    this.guesses = guesses;
    this.evidence = evidence;
    this.clock = clock;
    this.seen =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(settings.remembered()).build();
  }

  @Override
  public boolean supports(Class<?> kind) {
    return BearerTokenAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String token = ((BearerTokenAuthenticationToken) asked).getToken();
    if (!guesses.anyLeft(Addresses.of(asked))) {
      throw new NotLetIn(Why.TOO_MANY_GUESSES, null);
    }
    Jwt jwt = believed(token, asked);
    Optional<Partner> partner = directory.partnerByJwtSubject(jwt.getSubject());
    return partner.isPresent()
        ? TokenCheck.letIn(partner.get().id(), asked)
        : person(jwt, token, asked);
  }

  private Jwt believed(String token, Authentication asked) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw refused(Why.JWT_NOT_BELIEVED, null, asked);
    } catch (JwtException e) {
      // The provider does not answer, so nobody knows whether the token is good.
      throw new AuthenticationServiceException("the identity provider is away", e);
    }
  }

  private Authentication person(Jwt jwt, String token, Authentication asked) {
    String name = Optional.ofNullable(jwt.getClaimAsString(settings.oidc().nameClaim())).orElse("");
    KeptLogin kept = logins.find(name).orElseThrow(() -> refused(Why.LOGIN_UNKNOWN, null, asked));
    // SECURITY: a user of the provider may choose any name, so a login with a password here is not
    // theirs.
    if (kept.passwordHash() != null) {
      throw refused(Why.JWT_NOT_BELIEVED, name, asked);
    }
    if (kept.ended() || kept.lockedAt(clock.instant())) {
      throw refused(kept.ended() ? Why.LOGIN_ENDED : Why.LOGIN_LOCKED, name, asked);
    }
    Actor actor = new Actor(name, Addresses.of(asked));
    String use = Sha256.of(token + "\n" + actor.address());
    if (seen.getIfPresent(use) == null) {
      evidence.record(actor, "login", name, null, Map.of("by", "jwt"));
      seen.put(use, true);
    }
    return PasswordCheck.letIn(kept.login(), asked);
  }

  private NotLetIn refused(Why why, @Nullable String known, Authentication asked) {
    boolean counted = guesses.take(Addresses.of(asked));
    return new NotLetIn(counted ? why : Why.TOO_MANY_GUESSES, known);
  }
}
