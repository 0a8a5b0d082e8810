package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.EmbeddedDatabase;
import vn.kt1.sandbox.Trees;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.OpenSsh;
import vn.kt1.testing.Site;

/**
 * Does what docs/operations.md §0 says, with the very words that stand there and the packed jar:
 * from an empty database to the first hand-off over mutual TLS. Only the first block, which the
 * document says is to be changed, is another one.
 */
@Tag("nightly")
class OperationsIT {

  private static final List<String> TOOLS =
      List.of("bash", "psql", "openssl", "ssh-keyscan", "curl");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VARIABLE =
      Pattern.compile("(?:^|\\s)([A-Za-z_]+)=", Pattern.MULTILINE);

  @TempDir Path temp;

  @Test
  void from_an_empty_database_to_the_first_hand_off_over_mutual_tls() throws Exception {
    requireTools();
    Path home = temp.resolve("kt1");
    String superuser = Credentials.freshSecret();
    try (OpenSsh post = OpenSsh.startIn(Files.createDirectories(temp.resolve("ssh")));
        EmbeddedDatabase database =
            EmbeddedDatabase.start(
                temp.resolve("postgres"),
                0,
                new EmbeddedDatabase.Passwords(
                    superuser, Credentials.freshSecret(), Credentials.freshSecret()))) {
      empty(database, superuser);
      Trees.post(post.root());
      takeTheKey(post, home);
      String said = run(settings(home, post, database), superuser);
      assertThat(block(said, "hand-offs\" -d"))
          .as(said)
          .contains("\"handOffId\":\"FIRST-1\"", "\"decision\":\"ROUTED\"", "\"KT1_B_EXPRESS\"");
      assertThat(block(said, "refused.json")).contains("401");
      assertThat(Files.readString(home.resolve("refused.json"))).contains("unauthenticated");
      assertThat(block(said, "/shipments")).contains("\"FIRST-1\"", "\"balanced\":true");
      assertThat(block(said, "check-config")).contains("only with its certificate, valid until");
      Path orders = post.root().resolve("to-post/orders");
      await().atMost(Duration.ofSeconds(5)).until(() -> !Site.names(orders).isEmpty());
      secretsStayWhereTheyAre(home, said);
    }
  }

  private static void requireTools() {
    OpenSsh.require();
    for (String tool : TOOLS) {
      boolean installed =
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      if ("true".equals(System.getenv("CI"))) {
        assertThat(installed).as(tool + ", which CI has to install").isTrue();
      }
      assumeTrue(installed, tool + " is not installed");
    }
  }

  /** As PostgreSQL is after its installation. */
  private static void empty(EmbeddedDatabase database, String superuser) throws Exception {
    String url = database.jdbcUrl().replaceFirst("/kt1\\b", "/postgres");
    try (Connection connection = DriverManager.getConnection(url, "postgres", superuser);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database kt1");
      statement.execute("drop role kt1_owner");
      statement.execute("drop role kt1_app");
    }
  }

  /** The post takes what will be our public key, once it is made. */
  private static void takeTheKey(OpenSsh post, Path home) throws IOException {
    Path taken = post.keyFile().resolveSibling("authorized_keys");
    Files.delete(taken);
    Files.createSymbolicLink(taken, home.resolve("secrets/post_key.pub"));
  }

  private Map<String, String> settings(Path home, OpenSsh post, EmbeddedDatabase database)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("checkout", Path.of("").toAbsolutePath().toString());
    all.put("home", home.toString());
    all.put("memory", temp.resolve("memory").toString());
    all.put("host", "localhost");
    all.put("address", "127.0.0.1");
    all.put("port", "" + FreePort.next());
    all.put("management", "" + FreePort.next());
    all.put("post", "127.0.0.1");
    all.put("post_port", "" + post.port());
    all.put("post_user", post.user());
    all.put("PGHOST", "127.0.0.1");
    all.put("PGPORT", "" + database.port());
    all.put("PGUSER", "postgres");
    return all;
  }

  /** What was said, block by block. */
  private String run(Map<String, String> settings, String superuser) throws Exception {
    List<String> blocks = blocks();
    assertThat(settings.keySet())
        .as("the first block, which alone is changed")
        .containsExactlyElementsOf(
            VARIABLE.matcher(blocks.get(0)).results().map(found -> found.group(1)).toList());
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    settings.forEach((name, value) -> script.append("export %s='%s'\n".formatted(name, value)));
    for (String block : blocks.subList(1, blocks.size())) {
      script.append("cat <<'SHOWN'\n##### ").append(block).append("SHOWN\n").append(block);
    }
    Path file = Files.writeString(temp.resolve("operations.sh"), script);
    Path log = temp.resolve("operations.log");
    ProcessBuilder builder = new ProcessBuilder("bash", file.toString());
    builder.environment().keySet().removeIf(name -> name.matches("(GATEWAY|PG|SPRING).*"));
    builder.environment().put("PGPASSWORD", superuser);
    builder.environment().merge("PATH", Jar.java().getParent() + ":", (path, java) -> java + path);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    end(process, log);
    return Files.readString(log);
  }

  private void end(Process process, Path log) throws Exception {
    try {
      boolean ended = process.waitFor(420, TimeUnit.SECONDS);
      assertThat(ended && process.exitValue() == 0)
          .as("%s", Files.readString(log) + gatewayLog())
          .isTrue();
    } finally {
      List<ProcessHandle> left = process.descendants().toList();
      process.destroyForcibly().waitFor();
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private String gatewayLog() throws IOException {
    Path log = temp.resolve("kt1/gateway.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static List<String> blocks() throws IOException {
    String all = Files.readString(Path.of("docs/operations.md"));
    String path = all.substring(all.indexOf("\n## 0. "), all.indexOf("\n## 1. "));
    List<String> blocks =
        BLOCK.matcher(path).results().map(MatchResult::group).collect(Collectors.toList());
    blocks.replaceAll(block -> block.substring(6, block.length() - 3));
    assertThat(blocks).hasSizeGreaterThan(8);
    return blocks;
  }

  /** What was said by the block with these words, without its own text. */
  private static String block(String said, String words) throws IOException {
    String block = blocks().stream().filter(one -> one.contains(words)).findFirst().orElseThrow();
    int end = said.indexOf(block) + block.length();
    int next = said.indexOf("\n##### ", end);
    return said.substring(end, next < 0 ? said.length() : next);
  }

  private void secretsStayWhereTheyAre(Path home, String said) throws IOException {
    String token = Files.readString(home.resolve("hp-eoffice.header")).replaceFirst(".* ", "");
    String log = gatewayLog();
    for (String secret :
        List.of(token, read(home, "chief.password"), read(home, "db_app_password"))) {
      assertThat(secret.strip()).hasSizeGreaterThan(16);
      assertThat(said).doesNotContain(secret.strip());
      assertThat(log).doesNotContain(secret.strip());
    }
    try (Stream<Path> files = Files.walk(home.resolve("secrets"))) {
      for (Path file : files.toList()) {
        assertThat(Files.getPosixFilePermissions(file))
            .as("%s", file)
            .noneMatch(may -> may.name().startsWith("OTHERS") || may.name().startsWith("GROUP"));
      }
    }
  }

  private static String read(Path home, String secret) throws IOException {
    return Files.readString(home.resolve("secrets").resolve(secret));
  }
}
