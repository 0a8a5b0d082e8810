package vn.kt1.gateway.startup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** SECURITY: the management port shows what the contract names, to those it names. */
final class Exposure implements Check {

  private static final String INCLUDE = "management.endpoints.web.exposure.include";
  private static final String ROLES = "management.endpoint.health.roles";

  /** How much of an endpoint may be open; of any other, nothing. */
  private static final Map<String, Set<String>> ENDPOINTS =
      Map.of(
          "health", Set.of("none", "read-only"),
          "prometheus", Set.of("none", "read-only"),
          "gateway", Set.of("none", "read-only"),
          "camelroutes", Set.of("none", "read-only", "unrestricted"),
          "parked", Set.of("none", "read-only", "unrestricted"));

  private static final Set<String> NOBODY = Set.of("none");
  private static final String TELLS = "tells strangers what is wrong inside";

  @Override
  public void look(Settings settings, Findings findings) {
    exposed(settings, findings);
    Guard.only("management.endpoints.access.default", "opens endpoints nobody guards", "none")
        .look(settings, findings);
    Guard.off("management.endpoints.enabled-by-default", "opens endpoints nobody guards")
        .look(settings, findings);
    Guard.unset("management.endpoints.jmx.exposure.include", "opens endpoints by JMX")
        .look(settings, findings);
    Guard.only("management.endpoint.health.show-details", TELLS, "when-authorized", "never")
        .look(settings, findings);
    Guard.only("management.endpoint.health.show-components", TELLS, "", "when-authorized", "never")
        .look(settings, findings);
    roles(settings, findings);
    settings.below("management.endpoint").keySet().stream()
        .sorted()
        .forEach(rest -> endpoint("management.endpoint." + rest, rest, settings, findings));
    port(settings, findings);
  }

  private static void exposed(Settings settings, Findings findings) {
    Set<String> more = new TreeSet<>(settings.list(INCLUDE));
    more.removeAll(ENDPOINTS.keySet());
    if (!more.isEmpty()) {
      findings.wrong(
          written(settings, INCLUDE)
              .fault("exposes what is never exposed", "of " + String.join(",", names())));
    }
  }

  private static Set<String> names() {
    return new TreeSet<>(ENDPOINTS.keySet());
  }

  /** A list may stand on one line or on several. */
  private static Setting written(Settings settings, String key) {
    Setting whole = settings.find(key);
    return whole.raw() == null ? settings.find(key + "[0]") : whole;
  }

  private static void roles(Settings settings, Findings findings) {
    Set<String> roles = new TreeSet<>(settings.list(ROLES));
    if (roles.isEmpty() || !Set.of("ADMIN", "OPERATOR").containsAll(roles)) {
      findings.wrong(written(settings, ROLES).fault("shows health to others", "ADMIN,OPERATOR"));
    }
  }

  private static void endpoint(String key, String rest, Settings settings, Findings findings) {
    String id = rest.replaceFirst("\\..*", "");
    if (rest.equals(id + ".access")) {
      Set<String> allowed = ENDPOINTS.getOrDefault(id, NOBODY);
      new Guard(key, allowed, "opens more than the contract").look(settings, findings);
    } else if (rest.equals(id + ".enabled") && !ENDPOINTS.containsKey(id)) {
      Guard.off(key, "opens more than the contract").look(settings, findings);
    } else if (rest.startsWith("health.group.") && rest.matches(".*\\.show-(details|components)")) {
      Guard.only(key, TELLS, "when-authorized", "never").look(settings, findings);
    }
  }

  private static void port(Settings settings, Findings findings) {
    Setting management = settings.find("management.server.port");
    String port = management.text().toLowerCase(Locale.ROOT);
    if (port.isEmpty() || (!port.equals("0") && port.equals(settings.text("server.port")))) {
      findings.wrong(management.fault("opens the Actuator on the port of the API", "another port"));
    }
  }
}
