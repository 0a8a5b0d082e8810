package vn.kt1.gateway.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import vn.kt1.gateway.directory.Caller.Role;

/**
 * A person who may log in, with the unit or the province it acts for; with {@code mustChange}, for
 * nothing but giving itself a password.
 */
public record Login(
    String name, Role role, @Nullable String unit, @Nullable String province, boolean mustChange)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return name;
  }
}
