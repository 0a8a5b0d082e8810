package vn.kt1.gateway.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.PlaceholderResolutionException;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** All that is set, whatever it was set by, and where each line of it was written. */
final class Settings {

  /** A variable of the environment in a value. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

  /** A line of a file. */
  record Line(String key, String raw, Place place) {
    Fault fault(String wrong, String write) {
      return place.fault(wrong, write);
    }
  }

  private final ConfigurableEnvironment environment;
  private final List<Line> lines = new ArrayList<>();

  Settings(ConfigurableEnvironment environment) {
    this.environment = environment;
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed && source instanceof OriginLookup) {
        read(listed);
      }
    }
  }

  private void read(EnumerablePropertySource<?> source) {
    for (String name : source.getPropertyNames()) {
      Place place = Place.inFile(OriginLookup.getOrigin(source, name));
      if (place != null) {
        lines.add(new Line(name, String.valueOf(source.getProperty(name)), place));
      }
    }
  }

  /** Every line of every file. */
  List<Line> lines() {
    return lines;
  }

  /** What an administrator has written into files. */
  List<Line> written() {
    return lines.stream().filter(line -> !line.place().packed()).toList();
  }

  Setting find(String key) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty found = source.getConfigurationProperty(name);
      if (found != null) {
        return setting(found);
      }
    }
    return new Setting(null, null, null, false, new Place(key, 0, false));
  }

  private Setting setting(ConfigurationProperty found) {
    String raw = String.valueOf(found.getValue());
    String variable = variable(raw);
    boolean set = variable != null && set(variable);
    return new Setting(raw, resolved(raw), variable, set, Place.of(found));
  }

  /** The first variable that is set, else the first one named. */
  private @Nullable String variable(String raw) {
    List<String> named = variables(raw).toList();
    return named.stream()
        .filter(this::set)
        .findFirst()
        .orElse(named.isEmpty() ? null : named.get(0));
  }

  private static Stream<String> variables(String raw) {
    return VARIABLE.matcher(raw).results().map(found -> found.group(1));
  }

  private @Nullable String resolved(String raw) {
    try {
      return environment.resolveRequiredPlaceholders(raw);
    } catch (PlaceholderResolutionException notSet) {
      return null;
    }
  }

  /** Where a list is written, on one line or on several. */
  Setting listed(String key) {
    Setting whole = find(key);
    return whole.raw() == null ? find(key + "[0]") : whole;
  }

  /**
   * A settings record, as Boot binds it.
   *
   * @throws BadConfiguration when a value cannot be used
   */
  <T> T bound(String prefix, Class<T> type) {
    try {
      return Binder.get(environment).bindOrCreate(prefix, type);
    } catch (BindException e) {
      String wrong = e.getName() + " cannot be used";
      Setting setting = anyOf(e.getName().toString());
      throw new BadConfiguration(List.of(setting.fault(wrong, Kind.reason(e))));
    }
  }

  /** The setting, or where it is a block, the first below it that somebody has written. */
  private Setting anyOf(String key) {
    return written().stream()
        .map(Line::key)
        .filter(name -> name.startsWith(key + "."))
        .findFirst()
        .map(this::find)
        .orElseGet(() -> find(key));
  }

  /** A setting as text, empty when there is none. */
  String text(String key) {
    return find(key).text();
  }

  /** Whether a variable is set. */
  boolean set(String variable) {
    return environment.getProperty(variable) != null;
  }

  /** All that is set below a key, by the rest of the key. */
  Map<String, String> below(String prefix) {
    try {
      return Binder.get(environment)
          .bind(prefix, Bindable.mapOf(String.class, String.class))
          .orElseGet(Map::of);
    } catch (BindException placeholderWithoutValue) {
      return Map.of();
    }
  }

  List<String> list(String key) {
    return Binder.get(environment).bind(key, Bindable.listOf(String.class)).orElseGet(List::of);
  }

  /** The names of variables that files ask for. */
  Set<String> variables() {
    return lines.stream().flatMap(line -> variables(line.raw())).collect(Collectors.toSet());
  }

  /** All that are set in the environment, of whatever program. */
  List<String> variablesThatAreSet() {
    PropertySource<?> variables =
        environment
            .getPropertySources()
            .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    return variables instanceof EnumerablePropertySource<?> listed
        ? List.of(listed.getPropertyNames())
        : List.of();
  }

  ConfigurableEnvironment environment() {
    return environment;
  }
}
