package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.kt1.gateway.web.ApiCalls;

/** The rules every route file keeps; the files are read as they are packed. */
class RoutesTest {

  private static final Path ROUTES = Path.of("routes");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final Set<String> COMPONENTS =
      Set.of("direct", "timer", "quartz", "sftp", "imap", "courier");

  private record Route(String file, String id, JsonNode route, JsonNode from) {}

  @TestFactory
  Stream<DynamicTest> every_route_keeps_the_rules() {
    return routes().stream().map(route -> DynamicTest.dynamicTest(route.id(), () -> keeps(route)));
  }

  private static void keeps(Route route) {
    assertThat(route.id()).as("kebab id").matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(route.route().path("description").asText()).as("description").isNotBlank();
    assertThat(errorPolicies()).contains(route.route().path("routeConfigurationId").asText());
    String uri = route.from().path("uri").asText();
    if (uri.startsWith("direct:")) {
      assertThat(uri).as("a direct name is the id of the route behind it").endsWith(route.id());
    }
    if (uri.startsWith("sftp:")) {
      sftpIsStrict(route.from().path("parameters"));
    }
    String text = route.route().toString() + route.from();
    assertThat(text).as("no secret in a URI").doesNotContainIgnoringCase("password");
    assertThat(text).as("no script, no SQL").doesNotContain("groovy", "\"sql:", "select ");
    assertThat(text).as("no body in a log").doesNotContain("\"log\"");
  }

  private static void sftpIsStrict(JsonNode parameters) {
    assertThat(parameters.path("strictHostKeyChecking").asText()).isEqualTo("yes");
    assertThat(parameters.path("knownHostsFile").asText()).isNotBlank();
    assertThat(parameters.path("useUserKnownHostsFile").asBoolean(true)).isFalse();
    assertThat(parameters.path("preferredAuthentications").asText()).isEqualTo("publickey");
    assertThat(parameters.path("idempotent").asBoolean(true)).isFalse();
    assertThat(parameters.path("processStrategy").asText()).isNotBlank();
    assertThat(parameters.path("throwExceptionOnConnectFailed").asBoolean())
        .as("a server that is away is no empty folder")
        .isTrue();
    assertThat(parameters.path("pollStrategy").asText()).isEqualTo("#polls");
    assertThat(parameters.has("localWorkDirectory")).as("no file on a disk of ours").isFalse();
  }

  /**
   * ADR 0001: what Camel 4.18.0 gets wrong lies in producers for HTTP and mail, in sagas, in MIME
   * as a data format and in a path that begins with "proxy". No route goes there.
   */
  @Test
  void routes_use_nothing_of_camel_that_has_a_known_fault() {
    assertThat(files()).extracting(RoutesTest::read).allSatisfy(RoutesTest::isHarmless);
    assertThat(ApiCalls.all())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.path().getPatternString()).startsWith("/api/"));
    assertThat(all("rest")).as("calls stand in calls.csv").isEmpty();
  }

  private static void isHarmless(JsonNode file) {
    assertThat(file.findValuesAsText("uri"))
        .allMatch(uri -> COMPONENTS.contains(uri.substring(0, uri.indexOf(':'))));
    for (String step : List.of("saga", "mimeMultipart")) {
      assertThat(file.findValue(step)).as(step).isNull();
    }
    assertThat(file.findValues("mapMailMessage")).allMatch(mapped -> !mapped.asBoolean(true));
  }

  @Test
  void ids_are_unique() {
    List<String> ids = new ArrayList<>(routes().stream().map(Route::id).toList());
    all("templatedRoute").forEach(route -> ids.add(route.path("routeId").asText()));
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void every_route_of_a_template_names_one_that_is_there() {
    Set<String> templates =
        all("routeTemplate").stream()
            .map(template -> template.path("id").asText())
            .collect(Collectors.toSet());
    assertThat(all("templatedRoute"))
        .allMatch(route -> templates.contains(route.path("routeTemplateRef").asText()));
  }

  @Test
  void a_call_of_the_api_has_its_bean_in_the_table_or_its_route_here() {
    Set<String> ids = routes().stream().map(Route::id).collect(Collectors.toSet());
    assertThat(ApiCalls.all())
        .allSatisfy(call -> assertThat(ids.contains(call.id())).isEqualTo(call.step() == null));
  }

  @Test
  void every_error_policy_handles_what_it_catches_and_never_redelivers_in_memory() {
    for (JsonNode configuration : all("routeConfiguration")) {
      stream(configuration.path("onException"))
          .map(each -> each.path("onException"))
          .forEach(
              clause -> {
                assertThat(clause.path("handled").path("constant").asText()).isEqualTo("true");
                assertThat(clause.path("redeliveryPolicyRef").asText()).isEqualTo("never");
              });
    }
  }

  /** A resting step, a database or a server away: time mends the same things for everybody. */
  @Test
  void what_time_mends_is_told_by_one_bean() {
    for (JsonNode configuration : all("routeConfiguration")) {
      List<JsonNode> asked =
          stream(configuration.path("onException"))
              .map(each -> each.path("onException"))
              .filter(clause -> clause.has("onWhen"))
              .toList();
      String id = configuration.path("id").asText();
      assertThat(asked).as(id).hasSize(id.equals("straight-flow") ? 0 : 1);
      assertThat(asked)
          .allSatisfy(
              clause -> {
                assertThat(clause.at("/onWhen/method/ref").asText()).isEqualTo("timeHelps");
                assertThat(clause.at("/exception/0").asText()).isEqualTo("java.lang.Throwable");
              });
    }
  }

  /** In the packed jar Camel 4.18.0 does not find what a pattern with ** has matched. */
  @Test
  void every_folder_of_routes_is_named_where_routes_are_loaded() throws IOException {
    String pattern =
        YAML.readTree(Path.of("src/main/resources/application.yaml").toFile())
            .at("/camel/main/routes-include-pattern")
            .asText();
    Set<String> folders =
        files().stream()
            .map(file -> "classpath:" + file.getParent() + "/*.camel.yaml")
            .collect(Collectors.toSet());
    assertThat(Set.of(pattern.split(","))).isEqualTo(folders);
  }

  private static Set<String> errorPolicies() {
    return all("routeConfiguration").stream()
        .map(configuration -> configuration.path("id").asText())
        .collect(Collectors.toSet());
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Path file : files()) {
      for (JsonNode element : read(file)) {
        JsonNode route = element.path("route");
        JsonNode template = element.path("routeTemplate");
        if (route.isObject()) {
          routes.add(route(file, route.path("id").asText(), route, route));
        } else if (template.isObject()) {
          JsonNode inside = template.path("route");
          ObjectNode described = inside.deepCopy();
          if (template.has("description")) {
            described.set("description", template.path("description"));
          }
          routes.add(route(file, template.path("id").asText(), described, inside));
        }
      }
    }
    return routes;
  }

  private static Route route(Path file, String id, JsonNode route, JsonNode holder) {
    return new Route(file.toString(), id, route, holder.path("from"));
  }

  private static List<JsonNode> all(String kind) {
    return files().stream()
        .flatMap(file -> stream(read(file)))
        .filter(element -> element.has(kind))
        .map(element -> element.path(kind))
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROUTES)) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
