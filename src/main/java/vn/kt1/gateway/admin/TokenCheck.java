package vn.kt1.gateway.admin;

import java.util.Map;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;

/** Tells whose token it is. A token of a partner that is no longer configured opens nothing. */
@Component
class TokenCheck implements OpaqueTokenIntrospector {

  private final PartnerTokens tokens;
  private final Directory directory;

  TokenCheck(PartnerTokens tokens, Directory directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    String partner =
        tokens
            .partnerOf(token)
            .filter(id -> directory.partner(id).isPresent())
            .orElseThrow(() -> new BadOpaqueTokenException("unknown token"));
    return new DefaultOAuth2AuthenticatedPrincipal(
        partner, Map.of("sub", partner), AuthorityUtils.createAuthorityList("ROLE_PARTNER"));
  }
}
