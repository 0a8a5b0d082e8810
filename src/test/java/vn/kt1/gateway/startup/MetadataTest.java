package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What a start knows of the settings is what the code, the routes and the files name. */
class MetadataTest {

  private static final Metadata METADATA = Metadata.ofTheGateway();
  private static final Pattern IN_A_ROUTE = Pattern.compile("\\{\\{(gateway\\.[a-z.-]+)}}");

  @Test
  void every_key_a_route_names_is_known() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      Set<String> named = new TreeSet<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        IN_A_ROUTE.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group(1)));
      }
      assertThat(named).hasSizeGreaterThan(10);
      assertThat(METADATA.keys().keySet()).containsAll(named);
      assertThat(additional())
          .as("written by hand: what only routes and the start itself read")
          .isSubsetOf(Stream.concat(named.stream(), Stream.of("gateway.config")).toList());
    }
  }

  @Test
  void every_key_of_the_shipped_files_is_known_and_every_known_one_is_shipped() throws IOException {
    Set<String> packed = keys("src/main/resources/application.yaml");
    Set<String> shipped = keys("config/application.yaml");
    assertThat(METADATA.keys().keySet()).containsAll(packed).containsAll(shipped);
    packed.addAll(shipped);
    assertThat(METADATA.keys().keySet())
        .filteredOn(key -> !packed.contains(key))
        .as("of both directions of mail, used by one")
        .containsExactly("gateway.mail.smtp.folder");
  }

  @Test
  void every_settings_record_is_looked_at_and_no_bound_of_one_is_overlooked() {
    Set<String> annotated = new TreeSet<>();
    Set<String> bounds = new TreeSet<>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (BeanDefinition found : scanner.findCandidateComponents("vn.kt1.gateway")) {
      String name = String.valueOf(found.getBeanClassName());
      annotated.add(name);
      bounds(ClassUtils.resolveClassName(name, null), bounds);
    }
    assertThat(METADATA.records().keySet()).containsExactlyInAnyOrderElementsOf(annotated);
    assertThat(bounds)
        .isSubsetOf(
            "DurationMax",
            "DurationMin",
            "Max",
            "Min",
            "NotBlank",
            "NotNull",
            "Pattern",
            "Valid",
            "DefaultValue",
            "NestedConfigurationProperty");
  }

  private static void bounds(Class<?> type, Set<String> bounds) {
    for (RecordComponent component : type.getRecordComponents()) {
      for (Annotation each : component.getAccessor().getAnnotations()) {
        bounds.add(each.annotationType().getSimpleName());
      }
      if (component.getType().isRecord()) {
        bounds(component.getType(), bounds);
      }
    }
  }

  private static Set<String> additional() throws IOException {
    String written =
        Files.readString(
            Path.of("src/main/resources/META-INF/additional-spring-configuration-metadata.json"));
    Set<String> names = new HashSet<>();
    Pattern.compile("\"name\": \"([^\"]+)\"")
        .matcher(written)
        .results()
        .forEach(match -> names.add(match.group(1)));
    assertThat(names).isNotEmpty();
    return names;
  }

  private static Set<String> keys(String file) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (var source : new YamlPropertySourceLoader().load(file, new FileSystemResource(file))) {
      keys.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }
    keys.removeIf(key -> !key.startsWith("gateway."));
    return keys;
  }
}
