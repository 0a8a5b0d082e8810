package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.core.env.PropertySource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** The files named by {@code …_FILE}: for the gateway alone, and with something in them. */
final class SecretFiles implements Check {

  @Override
  public void look(Settings settings, Findings findings) {
    for (String name : Secrets.NAMES) {
      String file = settings.environment().getProperty(name + "_FILE", "");
      if (!file.isBlank()) {
        look(name, file, findings);
        if (alsoSet(settings, name)) {
          wrong(findings, name, name + " is set as well", "one of the two");
        }
      }
    }
  }

  private static void look(String name, String file, Findings findings) {
    try {
      Path path = Path.of(file);
      if (Files.readString(path).isBlank()) {
        wrong(findings, name, "the file is empty", "the secret and nothing else");
      }
      // SECURITY: whoever may read the file may log in as the gateway.
      if (Permissions.othersMayAnything(path)) {
        wrong(findings, name, "others may read or write the file", "chmod o= " + file);
      }
      folder(name, path, findings);
    } catch (MalformedInputException e) {
      wrong(findings, name, "the file is not UTF-8", "the secret and nothing else");
    } catch (IOException | InvalidPathException e) {
      findings.wrong(Secrets.unreadable(name));
    }
  }

  private static void folder(String name, Path file, Findings findings) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Permissions.othersMayWrite(folder) && !Permissions.sticky(folder)) {
      wrong(findings, name, "others may write into its folder", "chmod o-w " + folder);
    }
  }

  private static void wrong(Findings findings, String name, String wrong, String write) {
    findings.wrong(new Fault(name + "_FILE", 0, wrong, write));
  }

  private static boolean alsoSet(Settings settings, String name) {
    return settings.environment().getPropertySources().stream()
        .filter(source -> !source.getName().equals(Secrets.SOURCE))
        .filter(source -> !source.getName().equals("configurationProperties"))
        .map(source -> value(source, name))
        .anyMatch(value -> !value.isBlank());
  }

  private static String value(PropertySource<?> source, String name) {
    Object value = source.getProperty(name);
    return value == null ? "" : value.toString();
  }
}
