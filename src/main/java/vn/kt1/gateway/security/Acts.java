package vn.kt1.gateway.security;

import static vn.kt1.gateway.directory.Caller.Role.ADMIN;
import static vn.kt1.gateway.directory.Caller.Role.AUDITOR;
import static vn.kt1.gateway.directory.Caller.Role.CLERK;
import static vn.kt1.gateway.directory.Caller.Role.DEPARTMENT;
import static vn.kt1.gateway.directory.Caller.Role.OPERATOR;
import static vn.kt1.gateway.directory.Caller.Role.PARTNER;
import static vn.kt1.gateway.directory.Caller.Role.POLICY_OFFICER;
import static vn.kt1.gateway.directory.Caller.Role.VIEWER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.server.Loads;

/**
 * Which roles may call what in the API (CONTRACT, 3.4). The code that reads shipments decides whose
 * shipments a caller sees. A test compares this table with the served calls: a call without a line
 * here is not served.
 */
enum Acts {
  HAND_OVER("POST", "/hand-offs", Set.of(PARTNER, CLERK)),
  READ_HAND_OFF("GET", "/hand-offs/{handOffId}", Acts.readers()),
  PRINT_SLIP("GET", "/hand-offs/{handOffId}/slip", Acts.readers()),
  LIST_SHIPMENTS("GET", "/shipments", Acts.readers()),
  READ_SHIPMENT("GET", "/shipments/{shipmentId}", Acts.readers()),
  READ_TIMELINE("GET", "/shipments/{shipmentId}/timeline", Acts.readers()),
  /**
   * A caller who may read the shipment, but not cancel it, is told so; for all others it does not
   * exist.
   */
  CANCEL("POST", "/shipments/{shipmentId}/cancellation", Acts.readers()),
  /** As for {@link #CANCEL}. Who may give which answer is decided when the answer is read. */
  RESOLVE("POST", "/shipments/{shipmentId}/resolution", Acts.readers()),
  CORRECT("POST", "/shipments/{shipmentId}/corrections", Acts.readers()),
  LIST_ORDER_FILES("GET", "/order-files", Set.of(OPERATOR, POLICY_OFFICER, AUDITOR)),
  READ_ORDER_FILE("GET", "/order-files/{name}", Set.of(OPERATOR, POLICY_OFFICER, AUDITOR)),
  RESEND_ORDER_FILE("POST", "/order-files/{name}/resend", Set.of(OPERATOR, POLICY_OFFICER)),
  READ_REPORT("GET", "/reports/{year}", Set.of(DEPARTMENT, POLICY_OFFICER, AUDITOR)),
  EXPORT_EVIDENCE("GET", "/evidence", Set.of(AUDITOR)),
  LIST_PEOPLE("GET", "/people", Set.of(ADMIN)),
  PUT_PERSON("PUT", "/people/{name}", Set.of(ADMIN)),
  UNLOCK_PERSON("POST", "/people/{name}/unlock", Set.of(ADMIN)),
  END_PERSON("POST", "/people/{name}/end", Set.of(ADMIN)),
  LIST_TOKENS("GET", "/partners/{partner}/tokens", Set.of(ADMIN)),
  ADD_TOKEN("POST", "/partners/{partner}/tokens", Set.of(ADMIN)),
  REVOKE_TOKEN("POST", "/partners/{partner}/tokens/{tokenId}/revoke", Set.of(ADMIN)),
  CHANGE_PASSWORD("PUT", "/password", EnumSet.complementOf(EnumSet.of(PARTNER))),
  /** Without a login, from the addresses of the post: {@link WebhookFilter}. */
  HINT("POST", "/webhooks/vnpost", Set.of());

  private static final int LARGE = 256 * 1024;

  private static final String BASE = "/api/v1";

  private final HttpMethod method;
  private final String path;
  private final PathPattern pattern;
  private final Set<Role> roles;

  Acts(String method, String path, Set<Role> roles) {
    this.method = HttpMethod.valueOf(method);
    this.path = BASE + path;
    this.pattern = PathPatternParser.defaultInstance.parse(this.path);
    this.roles = roles;
  }

  HttpMethod method() {
    return method;
  }

  /**
   * What the call costs ({@link Loads}): more than 0 if it is slow or needs much memory; the body
   * is in bytes.
   */
  int cost(int body) {
    return switch (this) {
      case PRINT_SLIP, READ_REPORT, EXPORT_EVIDENCE -> 4;
      case READ_HAND_OFF, READ_ORDER_FILE -> 1;
      default -> body > LARGE ? 4 : 0;
    };
  }

  String path() {
    return path;
  }

  String[] roles() {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  private static Set<Role> readers() {
    return EnumSet.of(PARTNER, CLERK, OPERATOR, POLICY_OFFICER, AUDITOR, VIEWER, DEPARTMENT);
  }

  /** The act of a call; empty when the call is not served. */
  static Optional<Acts> of(HttpServletRequest request) {
    return all().stream().filter(act -> act.is(request)).findFirst();
  }

  boolean is(HttpServletRequest request) {
    return served(request.getMethod())
        && pattern.matches(PathContainer.parsePath(request.getRequestURI()));
  }

  /** SECURITY: Spring serves HEAD wherever it serves GET, so HEAD needs the same roles. */
  private boolean served(String asked) {
    return method.matches(asked) || (method == HttpMethod.GET && HttpMethod.HEAD.matches(asked));
  }

  static List<Acts> all() {
    return List.of(values());
  }
}
