package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * The settings a start would have with that folder in this shell, without a start: the packed
 * defaults, the folder's {@code application.yaml} over them, and over both the environment. Read
 * file by file, since Boot's own way of looking for them takes a second longer.
 */
public final class FolderSettings {

  private static final String NAME = "application.yaml";

  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  private final Settings settings;

  private FolderSettings(Settings settings) {
    this.settings = settings;
  }

  /**
   * What every command reads its settings from.
   *
   * @throws BadConfiguration when a file is no YAML
   */
  public static FolderSettings of(Path folder) {
    return of(folder, System.getenv());
  }

  static FolderSettings of(Path folder, Map<String, String> variables) {
    return new FolderSettings(new Settings(environment(folder, variables)));
  }

  /**
   * A settings record as the gateway binds it.
   *
   * @throws BadConfiguration when a value is not of its kind
   */
  public <T> T bound(String prefix, Class<T> type) {
    return settings.bound(prefix, type);
  }

  /**
   * A setting as text, empty when there is none.
   *
   * @throws BadConfiguration when it stands in a file that cannot be read
   */
  public String text(String key) {
    Setting setting = settings.find(key);
    String file = setting.variable() + "_FILE";
    if (!setting.given() && settings.set(file)) {
      throw new BadConfiguration(List.of(Secrets.unreadable(file)));
    }
    return setting.text();
  }

  /**
   * @throws BadConfiguration when a file is no YAML
   */
  static ConfigurableEnvironment environment(Path folder, Map<String, String> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.replace(
        VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, Map.copyOf(variables)));
    sources.addFirst(new MapPropertySource("check", Map.of("gateway.config", folder.toString())));
    Path own = folder.resolve(NAME);
    if (Files.exists(own)) {
      add(own, new FileSystemResource(own), sources);
    }
    add(own, new ClassPathResource(NAME, FolderSettings.class.getClassLoader()), sources);
    Secrets.readInto(environment);
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  private static void add(Path file, Resource resource, MutablePropertySources sources) {
    try {
      List<PropertySource<?>> documents =
          new ArrayList<>(new YamlPropertySourceLoader().load(resource.getDescription(), resource));
      // The last document of a file counts before the first.
      Collections.reverse(documents);
      documents.forEach(sources::addLast);
    } catch (MarkedYAMLException e) {
      throw new BadConfiguration(List.of(noYaml(file, e)));
    } catch (IOException e) {
      String write = "read permission for the gateway";
      throw new BadConfiguration(
          List.of(new Fault(file.toString(), 0, "the file cannot be read", write)));
    }
  }

  /** Without the line as written: it may hold a secret. */
  static Fault noYaml(Path file, MarkedYAMLException broken) {
    int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
    return new Fault(file.toString(), line, "no YAML: " + broken.getProblem(), "key: value");
  }
}
