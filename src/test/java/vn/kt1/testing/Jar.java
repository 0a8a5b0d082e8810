package vn.kt1.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.kt1.sandbox.Api;

/** The product as it is shipped, in a process of its own, at work on a {@link Site}. */
public final class Jar implements AutoCloseable {

  /** Built before the integration tests are run. */
  public static final Path FILE = Path.of("target/kt1-gateway.jar").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Where the API and the Actuator listen. */
  public record Ports(int api, int management) {}

  /** What a command said on both outputs, and its exit code. */
  public record Answer(int exitCode, String output) {}

  private final Process process;
  private final Path log;
  private final Ports ports;

  private Jar(Process process, Path log, Ports ports) {
    this.process = process;
    this.log = log;
    this.ports = ports;
  }

  /** The virtual machine of the tests. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Starts the gateway on that port and returns at once. */
  public static Jar start(Site site, int port) throws IOException {
    return start(site, new Ports(port, 0));
  }

  public static Jar start(Site site, Ports ports) throws IOException {
    return start(site, ports, List.of());
  }

  /** With further options of the virtual machine. */
  public static Jar start(Site site, Ports ports, List<String> options) throws IOException {
    Path log = Files.createTempFile(site.folder(), "gateway", ".log");
    Map<String, String> environment = site.environment();
    environment.put("GATEWAY_PORT", "" + ports.api());
    environment.put("GATEWAY_MANAGEMENT_PORT", "" + ports.management());
    return new Jar(launch(site, environment, log, options), log, ports);
  }

  /** Runs a command, or a start that is bound to fail, to its end. */
  public static Answer run(Site site, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(site.folder(), "command", ".log");
    return end(launch(site, environment, log, List.of(), arguments), log);
  }

  /** Runs a command that is told something on standard input. */
  public static Answer tell(Site site, String input, String... arguments)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(site.folder(), "command", ".log");
    Process process = launch(site, site.environment(), log, List.of(), arguments);
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return end(process, log);
  }

  private static Answer end(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("does not end: " + Files.readString(log));
    }
    return new Answer(process.exitValue(), Files.readString(log));
  }

  private static Process launch(
      Site site,
      Map<String, String> environment,
      Path log,
      List<String> options,
      String... arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(java().toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.timezone=America/New_York"));
    line.addAll(options);
    line.addAll(List.of("-jar", FILE.toString()));
    line.addAll(List.of(arguments));
    // In the folder that holds config/, as in production.
    ProcessBuilder builder = new ProcessBuilder(line).directory(site.folder().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
    builder.environment().putAll(environment);
    Started.note("jar");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  public Jar awaitReady() {
    Api anybody = api("none");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || answers(anybody));
    if (!process.isAlive()) {
      throw new IllegalStateException("the gateway does not start: " + log());
    }
    return this;
  }

  private static boolean answers(Api api) {
    try {
      return api.get("/shipments").status() == 401;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  public Api api(String token) {
    return new Api("http://127.0.0.1:" + ports.api() + "/api/v1", "Bearer " + token);
  }

  /** The Actuator as that person sees it. */
  public Api management(String user, String password) {
    String login = user + ":" + password;
    return new Api(
        "http://127.0.0.1:" + ports.management() + "/actuator",
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and then what must be. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
