package vn.kt1.gateway.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The addresses of callers. */
public final class Addresses {

  private Addresses() {}

  static String of(Authentication asked) {
    return asked.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "-";
  }

  /** The network in which one machine can choose its address freely: the /64 of an IPv6 address. */
  public static String neighbourhood(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // Only an IPv6 literal holds a colon, so no DNS name is looked up.
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), 8))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
