package vn.kt1.gateway.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Reads {@code …_FILE} beside each secret: what stands in a file stands in no process list. */
public class Secrets implements EnvironmentPostProcessor {

  static final String SOURCE = "secretFiles";

  static final List<String> NAMES =
      List.of(
          "GATEWAY_DB_PASSWORD",
          "GATEWAY_DB_OWNER_PASSWORD",
          "GATEWAY_TRACKING_PASSWORD",
          "GATEWAY_SMTP_PASSWORD",
          "GATEWAY_IMAP_PASSWORD",
          "GATEWAY_POST_PGP_PASSPHRASE",
          "GATEWAY_TLS_KEY_PASSWORD");

  /** The settings that hold a password others have given us. */
  static final List<String> OF_OTHERS =
      List.of(
          "gateway.tracking.password", "gateway.mail.smtp.password", "gateway.mail.imap.password");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    readInto(environment);
  }

  /** What cannot be read is told with all other faults: {@link SecretFiles}. */
  static void readInto(ConfigurableEnvironment environment) {
    Map<String, Object> found = new HashMap<>();
    for (String name : NAMES) {
      String file = environment.getProperty(name + "_FILE");
      if (file != null && !file.isBlank()) {
        try {
          found.put(name, read(file));
        } catch (UncheckedIOException | InvalidPathException unreadable) {
          continue;
        }
      }
    }
    environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, found));
  }

  static Fault unreadable(String name) {
    return new Fault(name + "_FILE", 0, "the file cannot be read", "a file the gateway may read");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
