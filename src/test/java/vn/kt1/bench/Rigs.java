package vn.kt1.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** What every rig begins with. */
final class Rigs {

  private Rigs() {}

  /** The servers around a rig tell more than a person wants to read. */
  static void quiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  /** A new folder for what a rig writes. */
  static Path folder(String rig) throws IOException {
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), rig);
  }
}
