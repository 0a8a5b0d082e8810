package vn.kt1.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;

/** Names a call by its published path. SECURITY: it keeps no other word of a stranger's path. */
final class CallNames {

  private static final Pattern ACTUATOR =
      Pattern.compile("/actuator(/(health|prometheus|camelroutes|gateway|parked)(/.*)?)?");
  private static final Pattern METHOD = Pattern.compile("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS");

  private CallNames() {}

  /** As {@code GET /api/v1/shipments/{shipmentId}}; empty for what is not published. */
  static Optional<String> of(HttpServletRequest request) {
    return ApiCalls.of(request)
        .map(ApiCall::name)
        .or(() -> actuator(request))
        .or(() -> console(request));
  }

  private static Optional<String> console(HttpServletRequest request) {
    return request.getRequestURI().matches("/console(/.*)?")
        ? Optional.of("console")
        : Optional.empty();
  }

  private static Optional<String> actuator(HttpServletRequest request) {
    Matcher path = ACTUATOR.matcher(request.getRequestURI());
    return path.matches() && METHOD.matcher(request.getMethod()).matches()
        ? Optional.of(
            request.getMethod()
                + " /actuator"
                + Optional.ofNullable(path.group(2)).map(name -> "/" + name).orElse(""))
        : Optional.empty();
  }
}
