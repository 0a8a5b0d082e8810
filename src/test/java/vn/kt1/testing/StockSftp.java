package vn.kt1.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The installed {@code sftp} client, driven by a batch of its own commands. */
public record StockSftp(int port, String user, Path key, Path knownHosts) {

  /** What the client said on both outputs, and its exit code. */
  public record Answer(int exitCode, String output) {
    public boolean ok() {
      return exitCode == 0;
    }
  }

  /** Runs the commands; the client stops at the first that fails, unless it begins with a dash. */
  public Answer run(String... commands) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("sftp", "-b", "-"));
    line.addAll(options("-P"));
    line.add(user + "@127.0.0.1");
    return exchange(line, String.join("\n", commands) + "\n");
  }

  /** Asks the server to run a command instead. */
  public Answer exec(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("ssh", "-T"));
    line.addAll(options("-p"));
    line.add(user + "@127.0.0.1");
    line.addAll(List.of(command));
    return exchange(line, "");
  }

  private List<String> options(String portOption) {
    List<String> options = new ArrayList<>(List.of("-F", "none", portOption, "" + port));
    options.addAll(List.of("-i", key.toString(), "-o", "IdentitiesOnly=yes"));
    options.addAll(List.of("-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"));
    options.addAll(List.of("-o", "UserKnownHostsFile=" + knownHosts));
    options.addAll(List.of("-o", "GlobalKnownHostsFile=/dev/null", "-o", "ConnectTimeout=10"));
    return options;
  }

  private static Answer exchange(List<String> line, String input)
      throws IOException, InterruptedException {
    Process client = new ProcessBuilder(line).redirectErrorStream(true).start();
    try (var commands = client.getOutputStream()) {
      commands.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!client.waitFor(30, TimeUnit.SECONDS)) {
      client.destroyForcibly();
      throw new IOException("the client hangs: " + output);
    }
    return new Answer(client.exitValue(), output);
  }
}
