package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL server process of one data folder, as its {@code postmaster.pid} names it. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path dataDir;

  Postmaster(Path dataDir) {
    this.dataDir = dataDir.toAbsolutePath().normalize();
  }

  /** Stops the server of this data folder, if one runs: first politely, then at once. */
  void stop() throws IOException {
    OptionalLong pid = pid();
    if (pid.isEmpty()) {
      return;
    }
    LOG.info("stopping the postmaster {} of this data folder", pid.getAsLong());
    if (!stopped(pid.getAsLong(), "INT") && !stopped(pid.getAsLong(), "QUIT")) {
      throw new IOException("PostgreSQL, process " + pid.getAsLong() + ", does not stop");
    }
  }

  /** The process of the running server, verified to be a postgres of this very folder. */
  OptionalLong pid() throws IOException {
    Path file = dataDir.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return OptionalLong.empty();
    }
    long pid = Long.parseLong(lines.get(0).strip());
    return serves(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
  }

  /**
   * Asks /proc, not {@link ProcessHandle}: the number may belong to a stranger by now, and a zombie
   * that nobody reaps counts as alive there but has no command line.
   */
  private boolean serves(long pid) {
    List<String> command = commandLine(pid);
    int folder = command.indexOf("-D") + 1;
    return !command.isEmpty()
        && Path.of(command.get(0)).endsWith("postgres")
        && folder > 0
        && folder < command.size()
        && Path.of(command.get(folder)).equals(dataDir);
  }

  private static List<String> commandLine(long pid) {
    try {
      byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      String line = new String(raw, StandardCharsets.UTF_8);
      return line.isEmpty() ? List.of() : Arrays.asList(line.split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }

  private boolean stopped(long pid, String signal) throws IOException {
    // Java itself sends only TERM, on which PostgreSQL would wait for its clients to leave.
    new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid).start();
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(50))
          .atMost(PATIENCE)
          .until(() -> !serves(pid));
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }
}
