package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Checks all headers of a request first, on both ports. SECURITY: the framework checks a header
 * only when somebody reads it, deep in a route. There, a bad header looks like a fault of ours, and
 * the log quotes it.
 */
@Component
public class HeadersAtOnce extends StrictHttpFirewall {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** A header with a forbidden value, and the code to answer with. */
  public static final class Odd extends RequestRejectedException {
    private static final long serialVersionUID = 1L;
    private final Code code;

    private Odd(Code code) {
      super("an odd header");
      this.code = code;
    }

    public Code code() {
      return code;
    }
  }

  HeadersAtOnce(ServerSettings settings) {
    setAllowedHeaderNames(new AllowedLetters(ALLOWED_HEADER_NAMES));
    setAllowedHeaderValues(new AllowedLetters(ALLOWED_HEADER_VALUES));
    if (!settings.hosts().isEmpty()) {
      setAllowedHostnames(name -> ours(settings.hosts(), name));
    }
  }

  /** SECURITY: loopback names stay allowed, for health checks on this machine. */
  private static boolean ours(List<String> hosts, String name) {
    return LOOPBACK.contains(name) || hosts.stream().anyMatch(name::equalsIgnoreCase);
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    FirewalledRequest checked = super.getFirewalledRequest(request);
    for (Enumeration<String> names = checked.getHeaderNames(); names.hasMoreElements(); ) {
      Enumeration<String> values = checked.getHeaders(names.nextElement());
      while (values.hasMoreElements()) {
        values.nextElement();
      }
    }
    site(checked);
    mediaTypes(checked, HttpHeaders.ACCEPT, Code.NOT_ACCEPTABLE);
    mediaTypes(checked, HttpHeaders.CONTENT_TYPE, Code.UNSUPPORTED_MEDIA_TYPE);
    return checked;
  }

  /**
   * SECURITY: a browser that has stored a person's password adds it to the calls of any page. In
   * this header the browser itself says whether the page is ours; no page can write it.
   */
  private static void site(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean ours = site == null || site.equals("same-origin") || site.equals("none");
    if (!ours && !READING.contains(request.getMethod())) {
      throw new Odd(Code.FORBIDDEN);
    }
  }

  private static void mediaTypes(HttpServletRequest request, String header, Code code) {
    try {
      MediaType.parseMediaTypes(Collections.list(request.getHeaders(header)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The parser throws IndexOutOfBoundsException for some texts.
      throw new Odd(code);
    }
  }
}
