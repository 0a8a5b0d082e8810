package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kt1.testing.Jar;

/** The bill of materials, by which the libraries of the jar are looked up (docs/security.md). */
class BomIT {
  private static final Path BOM = Path.of("target/bom.json");
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** Spring Boot puts it in while it packs the jar; no dependency of ours. */
  private static final String PACKED_BY_BOOT = "spring-boot-jarmode-tools-";

  /** Those are lists of other libraries, and what only the compiler needs. */
  private static final String NEVER_PACKED = "spring-boot-(starter|configuration-processor)-.*";

  @Test
  void names_each_library_of_the_jar_and_none_that_is_not_in_it() throws IOException {
    Set<String> packed = packed();
    Set<String> named = named();
    assertThat(named).containsAll(packed);
    named.removeAll(packed);
    assertThat(named).allMatch(name -> name.matches(NEVER_PACKED));
  }

  private static Set<String> named() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(BOM.toFile()).path("components")) {
      assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
      names.add(component.path("name").asText() + "-" + component.path("version").asText());
    }
    return names;
  }

  private static Set<String> packed() throws IOException {
    try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
          .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
          .filter(name -> !name.startsWith(PACKED_BY_BOOT))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
