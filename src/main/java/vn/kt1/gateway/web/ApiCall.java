package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.kt1.gateway.directory.Caller.Role;

/**
 * One call of the API, as {@code routes/calls.csv} declares it.
 *
 * @param id of the route that answers it
 * @param step the bean and its method; null for a route of its own
 * @param roles who may ask at all; empty where no login is asked
 * @param cost of a call that takes long or holds much memory; null: its body decides
 * @param consumes media types it takes; null for any
 * @param produces media types it answers with, beside a problem body
 */
public record ApiCall(
    String id,
    HttpMethod method,
    PathPattern path,
    @Nullable Step step,
    Set<Role> roles,
    @Nullable Integer cost,
    @Nullable String consumes,
    String produces) {

  /** Where all calls stand. */
  static final String BASE = "/api/v1";

  /** From here on the body of a call counts as much, in bytes. */
  private static final int LARGE = 256 * 1024;

  private static final int MUCH = 4;

  /**
   * What a plain call does behind the step of the door; it gives the answer.
   *
   * @param method of the bean, with the variables it is given
   */
  public record Step(String bean, String method, String description) {}

  public ApiCall {
    roles = Set.copyOf(roles);
  }

  static PathPattern path(String relative) {
    return PathPatternParser.defaultInstance.parse(BASE + relative);
  }

  /** As it is published: {@code GET /api/v1/people}. */
  public String name() {
    return method + " " + path;
  }

  /** The path below {@link #BASE}. */
  String relative() {
    return path.getPatternString().substring(BASE.length());
  }

  /** How much of what the gateway can do at once it takes; the body is in bytes. */
  public int cost(int body) {
    if (cost != null) {
      return cost;
    }
    return body > LARGE ? MUCH : 0;
  }

  /** The named segments of the path of a request that asks for it. */
  public Map<String, String> segments(HttpServletRequest request) {
    if (!path.hasPatternSyntax()) {
      return Map.of();
    }
    PathContainer asked = PathContainer.parsePath(request.getRequestURI());
    PathPattern.PathMatchInfo found = path.matchAndExtract(asked);
    return found == null ? Map.of() : found.getUriVariables();
  }

  /** Whether a request asks for it. */
  public boolean is(HttpServletRequest request) {
    return ApiCalls.of(request).filter(call -> call == this).isPresent();
  }

  boolean serves(String asked, PathContainer where) {
    return served(asked) && path.matches(where);
  }

  /** SECURITY: whoever serves GET serves HEAD, asked or not. */
  private boolean served(String asked) {
    return method.matches(asked) || (method == HttpMethod.GET && HttpMethod.HEAD.matches(asked));
  }
}
