package vn.kt1.gateway.security;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;

/** Turns an authenticated login or token into a {@link Caller}. */
@Component
public class Callers {

  private final Directory directory;

  public Callers(Directory directory) {
    this.directory = directory;
  }

  public Caller of(Authentication authentication) {
    if (authentication.getPrincipal() instanceof Login login) {
      Set<String> units = login.unit() == null ? Set.of() : Set.of(login.unit());
      return new Caller(login.name(), login.role(), units, login.province());
    }
    String partner = authentication.getName();
    return new Caller(
        partner, Role.PARTNER, directory.partner(partner).orElseThrow().units(), null);
  }
}
