package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault;

/** What is published is what is served. */
class OpenApiTest {

  private static final List<String> METHODS =
      List.of("get", "post", "put", "patch", "delete", "head", "options");

  private final JsonNode published = read("docs/openapi.yaml");

  @Test
  void publishes_the_calls_that_are_served_and_no_others() {
    assertThat(publishedCalls()).isNotEmpty().isEqualTo(servedCalls());
  }

  @Test
  void publishes_every_code_and_no_other() {
    Set<String> codes = new TreeSet<>();
    published
        .at("/components/schemas/Code/enum")
        .forEach(code -> assertThat(codes.add(code.textValue())).as("%s once", code).isTrue());
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Fault.Code.values()).map(Fault.Code::text).toList());
  }

  private Set<String> publishedCalls() {
    Set<String> calls = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : published.path("paths").properties()) {
      METHODS.stream()
          .filter(path.getValue()::has)
          .forEach(method -> calls.add(method + " /api/v1" + path.getKey()));
    }
    return calls;
  }

  private static Set<String> servedCalls() {
    return ApiCalls.all().stream()
        .map(call -> call.method().name().toLowerCase(Locale.ROOT) + " " + call.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read(String file) {
    try {
      return new YAMLMapper().readTree(Path.of(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
