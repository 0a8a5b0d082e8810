package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * Reads {@code …_FILE} beside each secret: what stands in a file stands in no process list. Such a
 * file is for the gateway alone, and has something in it.
 */
public class Secrets implements EnvironmentPostProcessor, Check {

  private static final String SOURCE = "secretFiles";

  static final List<String> NAMES =
      List.of(
          "GATEWAY_DB_PASSWORD",
          "GATEWAY_DB_OWNER_PASSWORD",
          "GATEWAY_TRACKING_PASSWORD",
          "GATEWAY_SMTP_PASSWORD",
          "GATEWAY_IMAP_PASSWORD",
          "GATEWAY_POST_PGP_PASSPHRASE",
          "GATEWAY_TLS_KEY_PASSWORD");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    readInto(environment);
  }

  /** What cannot be read is told later, with all other faults. */
  static void readInto(ConfigurableEnvironment environment) {
    Map<String, Object> found = new HashMap<>();
    for (String name : NAMES) {
      String file = environment.getProperty(name + "_FILE", "");
      if (!file.isBlank()) {
        try {
          found.put(name, Files.readString(Path.of(file)).strip());
        } catch (IOException | InvalidPathException unreadable) {
          continue;
        }
      }
    }
    environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, found));
  }

  static Fault unreadable(String variable) {
    return new Fault(variable, 0, "the file cannot be read", "a file the gateway may read");
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (String name : NAMES) {
      String file = settings.environment().getProperty(name + "_FILE", "");
      if (!file.isBlank()) {
        look(name + "_FILE", file, findings);
        if (alsoSet(settings.environment(), name)) {
          findings.wrong(name + "_FILE", name + " is set as well", "one of the two");
        }
      }
    }
  }

  private static void look(String variable, String file, Findings findings) {
    try {
      Path path = Path.of(file);
      if (Files.readString(path).isBlank()) {
        findings.wrong(variable, "the file is empty", "the secret and nothing else");
      }
      // SECURITY: whoever may read the file may log in as the gateway.
      if (Permissions.othersMayAnything(path)) {
        findings.wrong(variable, "others may read or write the file", "chmod o= " + file);
      }
      Path folder = Permissions.folderOthersMayWrite(path);
      if (folder != null) {
        findings.wrong(variable, "others may write into its folder", "chmod o-w " + folder);
      }
    } catch (MalformedInputException e) {
      findings.wrong(variable, "the file is not UTF-8", "the secret and nothing else");
    } catch (IOException | InvalidPathException e) {
      findings.wrong(unreadable(variable));
    }
  }

  private static boolean alsoSet(ConfigurableEnvironment environment, String name) {
    return environment.getPropertySources().stream()
        .filter(source -> !source.getName().equals(SOURCE))
        .filter(source -> !source.getName().equals("configurationProperties"))
        .map(source -> source.getProperty(name))
        .anyMatch(value -> !Objects.toString(value, "").isBlank());
  }
}
