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
 * Which roles may ask what of the API at all (CONTRACT, 3.4). Whose shipments they then see is
 * decided where those are read. A test holds this table against what is served: nothing is served
 * without a line here.
 */
enum Acts {
  HAND_OVER("POST", "/hand-offs", Set.of(PARTNER, CLERK)),
  READ_HAND_OFF("GET", "/hand-offs/{handOffId}", Acts.readers()),
  PRINT_SLIP("GET", "/hand-offs/{handOffId}/slip", Acts.readers()),
  LIST_SHIPMENTS("GET", "/shipments", Acts.readers()),
  READ_SHIPMENT("GET", "/shipments/{shipmentId}", Acts.readers()),
  READ_TIMELINE("GET", "/shipments/{shipmentId}/timeline", Acts.readers()),
  /** Whoever may read a shipment is told that it may not; to others it is not there. */
  CANCEL("POST", "/shipments/{shipmentId}/cancellation", Acts.readers()),
  /** As for {@link #CANCEL}; who may say what of it is decided with the answer. */
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
  /** By no login, from the addresses of the post: {@link WebhookFilter}. */
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

  /** Of what takes long or holds much memory ({@link Loads}); the body is in bytes. */
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

  /** The act a call asks for; none for what is not served. */
  static Optional<Acts> of(HttpServletRequest request) {
    return all().stream().filter(act -> act.is(request)).findFirst();
  }

  boolean is(HttpServletRequest request) {
    return served(request.getMethod())
        && pattern.matches(PathContainer.parsePath(request.getRequestURI()));
  }

  /** SECURITY: whoever serves GET serves HEAD, asked or not. */
  private boolean served(String asked) {
    return method.matches(asked) || (method == HttpMethod.GET && HttpMethod.HEAD.matches(asked));
  }

  static List<Acts> all() {
    return List.of(values());
  }
}
