package vn.kt1.sandbox;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.PartnerTokens;
import vn.kt1.gateway.directory.Caller.Role;

/** The logins and tokens of the sandbox, with secrets of its own making. */
public final class People {

  private final Logins logins;
  private final PartnerTokens tokens;
  private final Clock clock;
  private final Credentials credentials;

  public People(ApplicationContext gateway, Credentials credentials) {
    this.logins = gateway.getBean(Logins.class);
    this.tokens = gateway.getBean(PartnerTokens.class);
    this.clock = gateway.getBean(Clock.class);
    this.credentials = credentials;
  }

  public void letIn() {
    put("admin", Role.ADMIN, null, null);
    put("operator", Role.OPERATOR, null, null);
    put("operator2", Role.OPERATOR, null, null);
    put("policy", Role.POLICY_OFFICER, null, null);
    put("auditor", Role.AUDITOR, null, null);
    put("viewer", Role.VIEWER, null, null);
    put("clerk", Role.CLERK, "H24.61", null);
    put("department-hai-phong", Role.DEPARTMENT, null, "hai-phong");
    put("department-quang-ngai", Role.DEPARTMENT, null, "quang-ngai");
    for (String partner : Peers.PARTNERS) {
      String token = credentials.getOrCreate("partner." + partner + ".token");
      tokens.put(partner, token, clock.instant().plus(Duration.ofDays(365)));
    }
  }

  private void put(String name, Role role, @Nullable String unit, @Nullable String province) {
    credentials.put(name + ".user", name);
    logins.put(name, credentials.getOrCreate(name + ".password"), role, unit, province);
  }
}
