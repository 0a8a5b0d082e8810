package vn.kt1.gateway.tracking;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.startup.ThisMachine;

/** The address of the tracking API. The start refuses an address that would expose our login. */
final class Address {

  private Address() {}

  /**
   * @throws BadConfiguration naming each setting that is missing or cannot be used, and no value
   */
  static URI checked(TrackingSettings settings) {
    List<Fault> faults = faults(settings);
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
    return url(settings.url()).orElseThrow();
  }

  static List<Fault> faults(TrackingSettings settings) {
    List<Fault> faults = new ArrayList<>();
    if (url(settings.url()).isEmpty()) {
      String write = "https://host/path by GATEWAY_TRACKING_URL; http:// only to this machine";
      faults.add(new Fault("gateway.tracking.url", 0, "no address that may be used", write));
    }
    need(faults, "user", settings.user(), "GATEWAY_TRACKING_USER");
    need(
        faults,
        "password",
        settings.password(),
        "GATEWAY_TRACKING_PASSWORD or GATEWAY_TRACKING_PASSWORD_FILE");
    need(faults, "customer", settings.customer(), "GATEWAY_TRACKING_CUSTOMER");
    return faults;
  }

  private static void need(List<Fault> faults, String name, String value, String variable) {
    if (value.isBlank()) {
      String write = "its value by " + variable + ", or no url";
      faults.add(new Fault("gateway.tracking." + name, 0, "not set beside a url", write));
    }
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text.strip())).filter(Address::whole).filter(Address::safe);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean whole(URI url) {
    return url.getHost() != null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && url.getRawUserInfo() == null;
  }

  // SECURITY: the password is sent by TLS, or stays on this machine.
  private static boolean safe(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        || (ThisMachine.is(url.getHost()) && "http".equalsIgnoreCase(url.getScheme()));
  }
}
