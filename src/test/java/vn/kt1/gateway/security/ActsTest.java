package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ActsTest {

  @Test
  void every_published_call_has_its_line_and_no_other() throws Exception {
    JsonNode paths = new YAMLMapper().readTree(Path.of("docs/openapi.yaml").toFile()).path("paths");
    Set<String> published = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("parameters")) {
                  published.add(
                      name.toUpperCase(java.util.Locale.ROOT) + " /api/v1" + path.getKey());
                }
              });
    }
    Set<String> lines =
        Acts.all().stream()
            .map(act -> act.method() + " " + act.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(lines).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/people,               LIST_PEOPLE",
    "HEAD, /api/v1/evidence,             EXPORT_EVIDENCE",
    "GET,  /api/v1/%65vidence,           EXPORT_EVIDENCE",
    "PUT,  /api/v1/people/x,             PUT_PERSON",
    "POST, /api/v1/people/x/end,         END_PERSON",
    "GET,  /api/v1/people/,              ",
    "GET,  /api/v1/people/x,             ",
    "DELETE, /api/v1/people/x,           ",
    "GET,  /api/v2/people,               ",
  })
  void a_call_is_told_by_method_and_path(String method, String path, String act) {
    assertThat(Acts.of(new MockHttpServletRequest(method, path)).map(Enum::name).orElse(null))
        .isEqualTo(act);
  }
}
