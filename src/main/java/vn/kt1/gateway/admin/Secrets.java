package vn.kt1.gateway.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.kt1.gateway.directory.BadConfiguration;

/** Reads {@code …_FILE} beside each secret: what stands in a file stands in no process list. */
public class Secrets implements EnvironmentPostProcessor {

  static final List<String> NAMES =
      List.of(
          "GATEWAY_DB_PASSWORD",
          "GATEWAY_DB_OWNER_PASSWORD",
          "GATEWAY_TRACKING_PASSWORD",
          "GATEWAY_SMTP_PASSWORD",
          "GATEWAY_IMAP_PASSWORD",
          "GATEWAY_TLS_KEY_PASSWORD");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> found = new HashMap<>();
    for (String name : NAMES) {
      String file = environment.getProperty(name + "_FILE");
      if (file != null) {
        found.put(name, read(name, file));
      }
    }
    environment.getPropertySources().addFirst(new MapPropertySource("secretFiles", found));
  }

  static Map<String, String> fromFiles(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    for (String name : NAMES) {
      String file = given.get(name + "_FILE");
      if (file != null) {
        all.put(name, read(name, file));
      }
    }
    return all;
  }

  private static String read(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new BadConfiguration(
          List.of(
              new BadConfiguration.Fault(
                  name + "_FILE", 0, "the file cannot be read", "a file the gateway may read")));
    }
  }
}
