package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;

/**
 * SECURITY: passwords, tokens and what stands on envelopes go over TLS, or stay on this machine.
 */
final class PlainHttp implements Check {

  @Override
  public void look(Settings settings, Findings findings) {
    for (String server : List.of("server", "management.server")) {
      Setting address = settings.find(server + ".address");
      if (!ThisMachine.is(address.text()) && !guarded(settings, server)) {
        findings.wrong(
            address.fault(
                "plain HTTP beyond this machine",
                "127.0.0.1, or set GATEWAY_TLS_CERTIFICATE and GATEWAY_TLS_KEY"));
      }
      Guard.only(server + ".ssl.enabled", "switches TLS off", "", "true").look(settings, findings);
    }
    forwarded(settings, findings);
  }

  /** SECURITY: Tomcat believes X-Forwarded-For of every private address, which is all of a WAN. */
  private static void forwarded(Settings settings, Findings findings) {
    Setting strategy = settings.find("server.forward-headers-strategy");
    String value = strategy.text().toLowerCase(Locale.ROOT);
    boolean believed = !value.isEmpty() && !value.equals("none");
    if (believed
        && !(value.equals("native") && ThisMachine.is(settings.find("server.address").text()))) {
      findings.wrong(
          strategy.fault(
              "believes whoever says where a call comes from",
              "none; native only behind a proxy on this machine, with server.address 127.0.0.1"));
    }
  }

  private static boolean guarded(Settings settings, String server) {
    return !settings.text(server + ".ssl.bundle").isEmpty()
        || (given(settings, "GATEWAY_TLS_CERTIFICATE") && given(settings, "GATEWAY_TLS_KEY"));
  }

  private static boolean given(Settings settings, String variable) {
    return !settings.environment().getProperty(variable, "").isBlank();
  }
}
