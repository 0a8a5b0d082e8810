package vn.kt1.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Served;
import vn.kt1.testing.Site;

/** What every rig begins with. */
final class Rigs {

  private Rigs() {}

  /** The servers around a rig tell more than a person wants to read. */
  static void quiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  /**
   * The machines around a gateway with the settings it comes with. Its database is that of
   * BENCH_DB_URL, or an embedded one where that is not set. The variables are not those of a
   * gateway: a shell of production must not lead a rig to its database.
   */
  static Site site(Path folder) throws Exception {
    Map<String, String> environment = System.getenv();
    if (!environment.containsKey("BENCH_DB_URL")) {
      return Site.in(folder).asShipped();
    }
    Site site = Site.on(Served.given(environment), folder).asShipped();
    // Its first start makes the tables.
    Jar.start(site, FreePort.next()).awaitReady().close();
    return site;
  }

  /** The token of a partner. */
  static String token(Site site, String partner) throws Exception {
    return said(Jar.run(site, site.environment(), "add-token", partner));
  }

  /** What a command has said that ended well. */
  static String said(Jar.Answer answer) {
    if (answer.exitCode() != 0) {
      throw new IllegalStateException(answer.output());
    }
    return answer.output().strip();
  }

  /** A new folder for what a rig writes. */
  static Path folder(String rig) throws IOException {
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), rig);
  }
}
