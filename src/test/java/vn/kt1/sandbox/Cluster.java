package vn.kt1.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A data folder of PostgreSQL: made by initdb once, completely or again, and started durably. */
final class Cluster {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // zonky switches durability off; an acknowledged hand-off must survive a power cut.
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          // SECURITY: PostgreSQL would quote rows, parameters and statements in its log.
          // Into files, a week of them: what goes to standard error is lost once pg_ctl has ended.
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "log"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_statement", "none"),
          // Foreign on purpose, so that nobody relies on the server's zone.
          Map.entry("timezone", "America/New_York"),
          Map.entry("log_timezone", "UTC"));

  // SECURITY: with auth and pwfile nobody logs in without a password, not even on loopback.
  private static final Map<String, String> INITDB =
      Map.of(
          "auth", "scram-sha-256",
          "locale", "C",
          "locale-provider", "builtin",
          "builtin-locale", "C.UTF-8");

  private final Path dataDir;
  private final Path unfinished;
  private final Path secret;

  Cluster(Path dataDir) {
    this.dataDir = dataDir;
    this.unfinished = dataDir.resolveSibling(dataDir.getFileName() + ".initialising");
    this.secret = dataDir.resolveSibling(dataDir.getFileName() + ".initdb");
  }

  EmbeddedPostgres start(int port, String superuserPassword) throws IOException {
    begin(superuserPassword);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(dataDir)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofMinutes(1)) // it may have to recover first
            .setPort(port)
            .setConnectConfig("password", superuserPassword)
            .setLocaleConfig("pwfile", secret.toString()); // goes to initdb as it is
    INITDB.forEach(builder::setLocaleConfig);
    SETTINGS.forEach(builder::setServerConfig);
    EmbeddedPostgres started = builder.start();
    Files.deleteIfExists(secret);
    Files.deleteIfExists(unfinished);
    return started;
  }

  /** Clears away what an interrupted first start left, which PostgreSQL could never repair. */
  private void begin(String superuserPassword) throws IOException {
    if (Files.exists(unfinished)) {
      delete(dataDir);
    }
    if (!Files.exists(dataDir.resolve("PG_VERSION"))) {
      requireEmpty(); // else the marker would condemn somebody's files
      Files.createDirectories(dataDir.getParent());
      DurableFile.write(unfinished, new byte[0]);
      DurableFile.writeSecret(secret, superuserPassword.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void requireEmpty() throws IOException {
    if (Files.exists(dataDir)) {
      try (Stream<Path> files = Files.list(dataDir)) {
        if (files.findAny().isPresent()) {
          throw new IllegalStateException(dataDir + " is neither empty nor a PostgreSQL folder");
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
