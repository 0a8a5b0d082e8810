package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** SECURITY: the management port shows what the contract names, to those it names. */
final class Exposure implements Check {

  private static final String INCLUDE = "management.endpoints.web.exposure.include";
  private static final String ROLES = "management.endpoint.health.roles";
  private static final String MORE = "opens more than the contract";

  private static final List<String> READ = List.of("none", "read-only");
  private static final List<String> ALL = List.of("none", "read-only", "unrestricted");

  /** How much of an endpoint may be open; of any other, nothing. */
  private static final Map<String, List<String>> ENDPOINTS =
      new TreeMap<>(
          Map.of(
              "health",
              READ,
              "prometheus",
              READ,
              "gateway",
              READ,
              "camelroutes",
              ALL,
              "parked",
              ALL));

  @Override
  public void look(Settings settings, Findings findings) {
    if (!ENDPOINTS.keySet().containsAll(settings.list(INCLUDE))) {
      String write = "of " + String.join(",", ENDPOINTS.keySet());
      findings.wrong(settings.listed(INCLUDE), "exposes what is never exposed", write);
    }
    List<String> roles = settings.list(ROLES);
    if (roles.isEmpty() || !Set.of("ADMIN", "OPERATOR").containsAll(roles)) {
      findings.wrong(settings.listed(ROLES), "shows health to others", "ADMIN,OPERATOR");
    }
    for (String rest : new TreeSet<>(settings.below("management.endpoint").keySet())) {
      endpoint(rest, settings, findings);
    }
    port(settings, findings);
  }

  private static void endpoint(String rest, Settings settings, Findings findings) {
    String key = "management.endpoint." + rest;
    String id = rest.replaceFirst("\\..*", "");
    if (rest.equals(id + ".access")) {
      new Guard(key, ENDPOINTS.getOrDefault(id, List.of("none")), MORE).look(settings, findings);
    } else if (rest.equals(id + ".enabled") && !ENDPOINTS.containsKey(id)) {
      new Guard(key, List.of("false", ""), MORE).look(settings, findings);
    } else if (rest.matches("health\\.group\\..+\\.show-?(details|components)")) {
      List<String> quiet = List.of("never", "when-authorized");
      new Guard(key, quiet, "tells strangers what is wrong inside").look(settings, findings);
    }
  }

  private static void port(Settings settings, Findings findings) {
    Setting management = settings.find("management.server.port");
    String port = management.text().toLowerCase(Locale.ROOT);
    if (port.isEmpty() || (!port.equals("0") && port.equals(settings.text("server.port")))) {
      findings.wrong(management, "opens the Actuator on the port of the API", "another port");
    }
  }
}
