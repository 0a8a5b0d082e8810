package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The installed OpenSSH server on the loopback address, with SFTP only, one key and one root folder
 * in which a login starts; relative paths lead into it.
 */
public final class OpenSsh implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private @Nullable Process server;

  private OpenSsh(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static boolean installed() {
    return Files.isExecutable(SSHD);
  }

  /** Skips the calling test where no server is installed; on CI it fails instead. */
  public static void require() {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed()).as("OpenSSH server, which CI has to install").isTrue();
    }
    assumeTrue(installed(), "no OpenSSH server is installed");
  }

  /** Starts a server that keeps its files in the given folder and serves {@code root} in it. */
  public static OpenSsh startIn(Path folder) throws IOException {
    Started.note("sshd");
    OpenSsh ssh = new OpenSsh(folder.toAbsolutePath(), FreePort.next());
    Files.createDirectories(ssh.root());
    if ("root".equals(ssh.user())) {
      Files.createDirectories(Path.of("/run/sshd")); // where it drops its rights
    }
    ssh.generate("host");
    ssh.generate("client");
    Files.copy(ssh.folder.resolve("client.pub"), ssh.folder.resolve("authorized_keys"));
    ssh.writeKnownHosts();
    ssh.start();
    return ssh;
  }

  public int port() {
    return port;
  }

  public String user() {
    return System.getProperty("user.name");
  }

  /** The private key of the login, in OpenSSH's own format. */
  public Path keyFile() {
    return folder.resolve("client");
  }

  /** Names the first host key, also after {@link #rotateHostKey()}. */
  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  public Path root() {
    return folder.resolve("root");
  }

  /** Starts again on the same port; returns when connections are accepted. */
  public synchronized void start() throws IOException {
    if (server != null) {
      return;
    }
    File log = folder.resolve("sshd.log").toFile();
    Process started = launch(log);
    server = started;
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !started.isAlive() || accepts());
    if (!started.isAlive()) {
      server = null;
      throw new IOException("sshd does not start: " + Files.readString(log.toPath()));
    }
  }

  /** Ends the server and the connections it serves, and nothing else. */
  public synchronized void stop() throws IOException {
    Process running = server;
    if (running == null) {
      return;
    }
    server = null;
    List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
    running.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  /** From now on the server is another one to its clients; {@link #knownHosts()} stays. */
  public synchronized void rotateHostKey() throws IOException {
    boolean running = server != null;
    stop();
    Files.delete(folder.resolve("host"));
    Files.delete(folder.resolve("host.pub"));
    generate("host");
    if (running) {
      start();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private Process launch(File log) throws IOException {
    Path config = folder.resolve("sshd_config");
    Files.write(config, configuration());
    return new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private List<String> configuration() {
    return List.of(
        "ListenAddress 127.0.0.1",
        "Port " + port,
        "HostKey " + folder.resolve("host"),
        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
        "PidFile " + folder.resolve("sshd.pid"),
        "AuthenticationMethods publickey",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin prohibit-password",
        "UsePAM no",
        "StrictModes no", // the test's folder lies under one that everybody may write to
        "AllowUsers " + user(),
        "DisableForwarding yes",
        "MaxStartups 100",
        "LogLevel ERROR",
        "Subsystem sftp internal-sftp",
        "ForceCommand internal-sftp -d " + root());
  }

  private boolean accepts() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return probe.getInputStream().read() == 'S'; // SSH-2.0-…
    } catch (IOException notYet) {
      return false;
    }
  }

  private void writeKnownHosts() throws IOException {
    String[] key = Files.readString(folder.resolve("host.pub")).split(" ");
    Files.writeString(
        knownHosts(), "[127.0.0.1]:%d %s %s\n".formatted(port, key[0], key[1].strip()));
  }

  /** ECDSA, which the Java clients read without further libraries. */
  private void generate(String name) throws IOException {
    Process keygen =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ecdsa",
                "-b",
                "256",
                "-N",
                "",
                "-C",
                "test",
                "-f",
                folder.resolve(name).toString())
            .redirectErrorStream(true)
            .start();
    keygen.getOutputStream().close();
    String said = new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!Files.exists(folder.resolve(name + ".pub"))) {
      throw new IOException("ssh-keygen: " + said);
    }
  }
}
