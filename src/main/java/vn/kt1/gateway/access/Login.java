package vn.kt1.gateway.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import vn.kt1.gateway.directory.Caller.Role;

/**
 * A person who may log in, with the unit or province the person acts for. With {@code mustChange}
 * the person may only set a new password.
 */
public record Login(
    String name, Role role, @Nullable String unit, @Nullable String province, boolean mustChange)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return name;
  }
}
