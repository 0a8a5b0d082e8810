package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The installed GnuPG with a keyring of its own: what a post would read our files with. */
public final class Gpg implements AutoCloseable {

  /** What it said on both outputs, and its exit code. */
  public record Answer(int exitCode, String output) {}

  private final Path home;

  private Gpg(Path home) {
    this.home = home;
  }

  /** Skips the calling test where it is not installed; on CI it fails instead. */
  public static void require() {
    boolean installed = new File("/usr/bin/gpg").canExecute();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("GnuPG, which CI has to install").isTrue();
    }
    assumeTrue(installed, "no GnuPG is installed");
  }

  /** Not in the test's own folder: the path of a socket in it must be short. */
  public static Gpg fresh() throws IOException {
    return new Gpg(
        Files.createTempDirectory(
            Path.of("/tmp"),
            "gpg",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  public Answer run(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch"));
    line.addAll(List.of("--yes", "--no-tty", "--pinentry-mode", "loopback", "--passphrase", ""));
    line.addAll(List.of(arguments));
    return run(line);
  }

  private static Answer run(List<String> line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("it hangs: " + said);
    }
    return new Answer(process.exitValue(), said);
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(home)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
