package vn.kt1.gateway.inventory;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings that hold, whether they come from a file, the environment or the command line. */
final class SettingsInForce {

  private static final List<ConfigurationPropertyName> ROOTS =
      Stream.of("gateway", "server", "management", "camel", "logging", "spring")
          .map(ConfigurationPropertyName::of)
          .toList();

  /** SECURITY: not even a digest is made of these; the name of the file they are in may change. */
  private static final Pattern SECRET =
      Pattern.compile(
          ".*(password|passphrase|secret|token|credential|customer|private-?key|trust-?store"
              + "|key-?store).*");

  private static final Pattern PLACE = Pattern.compile(".*(file|location)$");

  private SettingsInForce() {}

  /** {@code name=value}, sorted by name, each on a line. */
  static String lines(ConfigurableEnvironment environment) {
    SortedSet<String> names = new TreeSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource listed) {
        listed.stream()
            .filter(name -> ROOTS.stream().anyMatch(root -> root.isAncestorOf(name)))
            .map(ConfigurationPropertyName::toString)
            .filter(SettingsInForce::mayBeTold)
            .forEach(names::add);
      }
    }
    return names.stream()
        .map(name -> name + "=" + value(environment, name) + "\n")
        .collect(Collectors.joining());
  }

  private static boolean mayBeTold(String name) {
    return !SECRET.matcher(name).matches() || PLACE.matcher(name).matches();
  }

  private static @Nullable String value(ConfigurableEnvironment environment, String name) {
    try {
      return environment.getProperty(name);
    } catch (IllegalArgumentException unresolved) {
      return null;
    }
  }
}
