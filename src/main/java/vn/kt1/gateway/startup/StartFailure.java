package vn.kt1.gateway.startup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * Tells an administrator what to write where, instead of a stack trace; and before Boot does, which
 * would tell the value as well: it may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements FailureAnalyzer {

  private static final String NAME = "application.yaml";
  private static final String FURTHER = "SPRING_CONFIG_ADDITIONAL_LOCATION";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadConfiguration bad) {
        return told(bad.getMessage(), bad);
      } else if (cause instanceof BindException unbound) {
        return told(fault(unbound).toString(), unbound);
      } else if (cause instanceof MarkedYAMLException broken) {
        return told(fault(broken).toString(), broken);
      } else if (cause instanceof FlywayValidateException) {
        return otherMigrations(cause);
      }
    }
    return null;
  }

  private static FailureAnalysis told(@Nullable String faults, Throwable cause) {
    return new FailureAnalysis(
        "The configuration cannot be used:\n" + faults,
        "Correct the lines above (file:line: what is wrong -> what to write) and start again.",
        cause);
  }

  private static Fault fault(BindException unbound) {
    Place place =
        unbound.getProperty() == null
            ? new Place(unbound.getName().toString(), 0, false)
            : Place.of(unbound.getProperty());
    Class<?> type = unbound.getTarget().getType().resolve(Object.class);
    return place.fault(unbound.getName() + Kind.UNREADABLE, Kind.of(type));
  }

  /** A database that another release has made, and this one cannot go on from. */
  private static FailureAnalysis otherMigrations(Throwable cause) {
    return new FailureAnalysis(
        "The database was made by other migrations than those of this jar. Nothing was changed in"
            + " it.",
        "Start the jar that made it, or give this one an empty database. The sandbox starts anew"
            + " after: rm -r data",
        cause);
  }

  /** The failure does not name its file: it is the first that is broken. */
  private static Fault fault(MarkedYAMLException broken) {
    String further = Objects.requireNonNullElse(System.getenv(FURTHER), "");
    Path folder = Path.of(further.replaceFirst("^(optional:)?(file:)?", ""));
    Path file =
        Stream.of(Path.of("config", NAME), Path.of(NAME), folder.resolve(NAME))
            .filter(StartFailure::broken)
            .findFirst()
            .orElse(Path.of(NAME));
    return FolderSettings.noYaml(file, broken);
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
