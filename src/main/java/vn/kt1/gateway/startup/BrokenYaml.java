package vn.kt1.gateway.startup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Tells where a file is no YAML, without the line: it may hold a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenYaml extends AbstractFailureAnalyzer<MarkedYAMLException> {

  private static final String NAME = "application.yaml";
  private static final String FURTHER = "SPRING_CONFIG_ADDITIONAL_LOCATION";

  @Override
  protected FailureAnalysis analyze(Throwable failure, MarkedYAMLException cause) {
    String further = Objects.requireNonNullElse(System.getenv(FURTHER), "");
    Path file =
        Stream.of(Path.of("config", NAME), Path.of(NAME), Path.of(path(further), NAME))
            .filter(BrokenYaml::broken)
            .findFirst()
            .orElse(Path.of(NAME));
    return new FailureAnalysis(
        "The configuration cannot be used:\n" + fault(file, cause),
        "Correct it and start again.",
        cause);
  }

  private static String path(String location) {
    return location.replaceFirst("^(optional:)?(file:)?", "");
  }

  static Fault fault(Path file, MarkedYAMLException cause) {
    int line = cause.getProblemMark() == null ? 0 : cause.getProblemMark().getLine() + 1;
    return new Fault(file.toString(), line, "no YAML: " + cause.getProblem(), "key: value");
  }

  private static boolean broken(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      new Yaml(options).loadAll(reader).forEach(document -> {});
      return false;
    } catch (IOException missing) {
      return false;
    } catch (MarkedYAMLException found) {
      return true;
    }
  }
}
