package vn.kt1.gateway.startup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** A line of a file: {@code packed} in the jar, or written by an administrator. */
  record Line(String key, String raw, String file, int line, boolean packed) {
    Fault fault(String wrong, String write) {
      return new Fault(file, line, wrong, write);
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
        String raw = String.valueOf(source.getProperty(name));
        lines.add(new Line(name, raw, place.name(), place.line(), place.packed()));
      }
    }
  }

  /** Every line of every file. */
  List<Line> lines() {
    return lines;
  }

  /** What an administrator has written into files. */
  List<Line> written() {
    return lines.stream().filter(line -> !line.packed()).toList();
  }

  /** Our own default, as it is packed in the jar. */
  Map<String, String> packed(String prefix) {
    Map<String, String> found = new HashMap<>();
    lines.stream()
        .filter(line -> line.packed() && line.key().startsWith(prefix))
        .forEach(line -> found.put(line.key().substring(prefix.length()), line.raw()));
    return found;
  }

  Setting find(String key) {
    ConfigurationProperty found = property(key);
    if (found == null) {
      return new Setting(key, null, null, null, false, new Place(key, 0, false));
    }
    String raw = String.valueOf(found.getValue());
    String variable = variable(raw);
    boolean set = variable != null && set(variable);
    return new Setting(key, raw, resolved(raw), variable, set, Place.of(found));
  }

  /** The setting, or where it is a block, the first below it that somebody has written. */
  Setting anyOf(String key) {
    return written().stream()
        .map(Line::key)
        .filter(name -> name.startsWith(key + "."))
        .findFirst()
        .map(this::find)
        .orElseGet(() -> find(key));
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

  /** A setting as text, empty when there is none. */
  String text(String key) {
    return find(key).text();
  }

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
    Set<String> names = new TreeSet<>();
    lines.forEach(
        line -> VARIABLE.matcher(line.raw()).results().forEach(f -> names.add(f.group(1))));
    return names;
  }

  /** All that are set in the environment, of whatever program. */
  Set<String> variablesThatAreSet() {
    PropertySource<?> variables =
        environment
            .getPropertySources()
            .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    return variables instanceof EnumerablePropertySource<?> listed
        ? Set.of(listed.getPropertyNames())
        : Set.of();
  }

  ConfigurableEnvironment environment() {
    return environment;
  }

  private @Nullable ConfigurationProperty property(String key) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty found = source.getConfigurationProperty(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String resolved(String raw) {
    try {
      return environment.resolveRequiredPlaceholders(raw);
    } catch (PlaceholderResolutionException notSet) {
      return null;
    }
  }

  /** The first variable that is set, else the first one named. */
  private @Nullable String variable(String raw) {
    Matcher named = VARIABLE.matcher(raw);
    String first = null;
    while (named.find()) {
      first = first == null ? named.group(1) : first;
      if (set(named.group(1))) {
        return named.group(1);
      }
    }
    return first;
  }
}
