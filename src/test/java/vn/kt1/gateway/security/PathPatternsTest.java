package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.MvcRequestMatcher;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;
import org.springframework.web.util.UriUtils;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;

/**
 * The filter chains and their rules compare paths by themselves. Held against the matcher they had
 * before, which asked Spring MVC, and against the paths of the calls that are served.
 */
class PathPatternsTest {

  /** As in the gateway, where every path has a handler: its files, if nothing else. */
  @EnableWebMvc
  static class Mvc implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
      files.addResourceHandler("/**").addResourceLocations("classpath:/static/");
    }
  }

  /** As the chains and their rules write them. */
  private static final List<String> PATTERNS =
      List.of(
          "/api/**",
          "/console",
          "/console/**",
          "/console/login",
          "/console/console.css",
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/prometheus",
          "/**");

  /** Of these a path is put together: what is ours, and what a stranger tries. */
  private static final List<String> PIECES =
      List.of(
          "/",
          "api",
          "v1",
          "hand-offs",
          "console",
          "login",
          "console.css",
          "actuator",
          "health",
          "prometheus",
          "webhooks",
          "API",
          "x",
          ".",
          "..",
          "%2e",
          "%2F",
          "%2f",
          "%5C",
          "\\",
          ";",
          ";a=b",
          "//",
          "%",
          "%25",
          "%00",
          "%0a",
          "%20",
          " ",
          "%61pi",
          "%C3%A9",
          "é",
          "\u200B",
          "*",
          "**",
          "{x}",
          "?",
          "#",
          ":",
          "@",
          "+",
          "~",
          "/./",
          "/../",
          "json",
          ".json");

  private static final AnnotationConfigWebApplicationContext CONTEXT =
      new AnnotationConfigWebApplicationContext();

  private static HandlerMappingIntrospector handlers;

  private final StrictHttpFirewall firewall = new StrictHttpFirewall();

  @BeforeContainer
  static void begin() {
    CONTEXT.setServletContext(new MockServletContext());
    CONTEXT.register(Mvc.class);
    CONTEXT.refresh();
    handlers = CONTEXT.getBean("mvcHandlerMappingIntrospector", HandlerMappingIntrospector.class);
  }

  @AfterContainer
  static void end() {
    CONTEXT.close();
  }

  @Property(tries = 20_000)
  void a_path_that_the_firewall_lets_in_is_matched_as_before(@ForAll("paths") String path) {
    if (!letIn(path)) {
      return;
    }
    for (String pattern : PATTERNS) {
      assertThat(new String[] {pattern, path, "" + now(pattern).matches(request(path))})
          .containsExactly(pattern, path, "" + before(pattern).matches(request(path)));
    }
  }

  /** SECURITY: what a route may serve has its callers checked, whatever the firewall thinks. */
  @Property(tries = 20_000)
  void no_call_is_served_beside_the_chain_of_the_api(@ForAll("paths") String path) {
    PathContainer asked = PathContainer.parsePath(path);
    if (ApiCalls.all().stream().map(ApiCall::path).anyMatch(call -> call.matches(asked))) {
      assertThat(now("/api/**").matches(request(path))).isTrue();
    }
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(6).map(PathPatternsTest::path);
    Arbitrary<String> served =
        Arbitraries.of(ApiCalls.all())
            .map(call -> call.path().getPatternString().replaceAll("\\{\\w+}", "x"));
    Arbitrary<String> ours = Arbitraries.of("/api/v1", "/console", "/actuator/health", "/api");
    Arbitrary<String> odd = Arbitraries.strings().all().ofMaxLength(5).map(text -> "/api/" + text);
    return Arbitraries.oneOf(
            pieces, odd, served, ours.flatMap(start -> pieces.map(more -> start + more)))
        .filter(PathPatternsTest::readable);
  }

  /** Tomcat answers 400 to any other, before it asks a filter. */
  private static boolean readable(String path) {
    try {
      PathContainer.parsePath(path);
      return true;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }

  private static String path(List<String> pieces) {
    return "/" + String.join("", pieces);
  }

  private boolean letIn(String path) {
    try {
      firewall.getFirewalledRequest(request(path));
      return true;
    } catch (RequestRejectedException odd) {
      return false;
    }
  }

  private static RequestMatcher now(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  @SuppressWarnings("removal")
  private static RequestMatcher before(String pattern) {
    return new MvcRequestMatcher(handlers, pattern);
  }

  /** As Tomcat gives it: the path as it was sent, and what is decoded of it. */
  private static MockHttpServletRequest request(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(decoded(path));
    return request;
  }

  private static String decoded(String path) {
    return Stream.of(path.split("/", -1))
        .map(PathPatternsTest::bare)
        .collect(Collectors.joining("/"));
  }

  private static String bare(String segment) {
    int parameters = segment.indexOf(';');
    return UriUtils.decode(
        parameters < 0 ? segment : segment.substring(0, parameters), StandardCharsets.UTF_8);
  }
}
