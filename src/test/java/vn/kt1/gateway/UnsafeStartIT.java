package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/** The shipped jar starts on a good configuration and on no unsafe one, and says why not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnsafeStartIT {

  private static final String SECRET = "Zx81-Planted-Value-Zx81";
  private static final List<String> TABLE = new ArrayList<>();

  @TempDir static Path temp;
  private static Site site;

  /** What is spoilt, in the environment or in application.yaml, and the line that is said. */
  private record Unsafe(String what, Map<String, String> environment, String file, String line) {}

  private static final List<Unsafe> ALL =
      List.of(
          file(
              "gateway.door.pol: 5s",
              "config/application.yaml:LINE: unknown key gateway.door.pol -> did you mean poll?"),
          file("spring.h2.console.enabled: true", "spring.h2.console.enabled is not for"),
          file(
              "gateway.door.poll: " + SECRET,
              "config/application.yaml:LINE: gateway.door.poll cannot be read -> a time such as"),
          file(
              "gateway.mail.smtp.password: " + SECRET,
              "config/application.yaml:LINE: gateway.mail.smtp.password is a secret, written down"),
          file(
              "gateway.mail: {from: a@kt1.example, smtp: {host: mx.example.vn, security: NONE}}",
              "gateway.mail.smtp.security NONE sends mails and the password in the clear"),
          variable(
              "GATEWAY_PRT", "8080", "GATEWAY_PRT: unknown variable -> did you mean GATEWAY_PORT?"),
          variable(
              "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*", "exposes what is never exposed"),
          variable("SERVER_ERROR_INCLUDE_STACKTRACE", "always", "tells strangers what went wrong"),
          variable("CAMEL_MAIN_BACKLOG_TRACING", "true", "keeps or shows what stands on envelopes"),
          variable("LOGGING_LEVEL_COM_JCRAFT_JSCH", "DEBUG", "makes com.jcraft.jsch log"),
          variable(
              "JAVA_TOOL_OPTIONS", "-XX:+HeapDumpOnOutOfMemoryError", "a dump writes what stands"),
          variable(
              "GATEWAY_DB_PASSWORD",
              "Changeme123",
              "GATEWAY_DB_PASSWORD: a password out of an example"),
          variable(
              "GATEWAY_DB_USER", "kt1_owner", "GATEWAY_DB_USER: works as the owner of the tables"),
          variable(
              "GATEWAY_DB_URL",
              "jdbc:postgresql://127.0.0.1/kt1?user=u&password=" + SECRET,
              "GATEWAY_DB_URL: holds a login"),
          variable("GATEWAY_ADDRESS", "0.0.0.0", "GATEWAY_ADDRESS: plain HTTP beyond this machine"),
          variable(
              "GATEWAY_DATA", "open", "GATEWAY_DATA: others may read or write open -> chmod o-rw"),
          file(
              "gateway.door.post.known-hosts-file: open/known_hosts",
              "config/application.yaml:LINE: no key of [127.0.0.1]:"));

  /** One of a file, one of a variable, one with a secret in it. */
  private static final Set<Integer> CHECKED = Set.of(0, 3, 5);

  private static Unsafe file(String lines, String said) {
    return new Unsafe(lines, Map.of(), lines, said);
  }

  private static Unsafe variable(String name, String value, String said) {
    return new Unsafe(name + "=" + value, Map.of(name, value), "", said);
  }

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    Path open = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(open.resolve("known_hosts"), "elsewhere.example ssh-ed25519 AAAA\n");
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
    System.out.println("What the jar refuses -> what it says");
    TABLE.forEach(System.out::println);
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> refuses_what_is_unsafe_and_check_config_says_the_same() {
    return refused(each -> CHECKED.contains(ALL.indexOf(each)));
  }

  @Tag("nightly")
  @TestFactory
  @Order(1)
  Stream<DynamicTest> refuses_all_that_is_unsafe() {
    return refused(each -> !CHECKED.contains(ALL.indexOf(each)));
  }

  private static Stream<DynamicTest> refused(Predicate<Unsafe> which) {
    return ALL.stream()
        .filter(which)
        .map(each -> DynamicTest.dynamicTest(each.what(), () -> refuses(each)));
  }

  private static void refuses(Unsafe unsafe) throws Exception {
    Path settings = site.config().resolve("application.yaml");
    String good = Files.readString(settings);
    Map<String, String> environment = site.environment();
    environment.putAll(unsafe.environment());
    try (ServerSocket api = taken();
        ServerSocket management = taken()) {
      // Were it to listen before it looks, it would say that these are taken.
      environment.put("GATEWAY_PORT", "" + api.getLocalPort());
      environment.put("GATEWAY_MANAGEMENT_PORT", "" + management.getLocalPort());
      Files.writeString(settings, good + "---\n" + unsafe.file() + "\n");
      CompletableFuture<Jar.Answer> start = run(environment);
      List<String> said = said(start.join());
      String line = unsafe.line().replace("LINE", "" + (good.lines().count() + 2));
      assertThat(said).anyMatch(each -> each.contains(line));
      assertThat(said.size()).as("%s", said).isLessThanOrEqualTo(2);
      // That both say the same of everything: InspectionTest.
      if (CHECKED.contains(ALL.indexOf(unsafe))) {
        Jar.Answer check = run(environment, "check-config", "--config", "config").join();
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(lines(check.output())).isEqualTo(said);
        assertThat(check.output()).doesNotContain(SECRET);
      }
      TABLE.add(unsafe.what().replace(SECRET, "…") + "\n    " + said.get(0));
    } finally {
      Files.writeString(settings, good);
    }
  }

  @Test
  @Order(2)
  void tells_all_faults_at_once_and_refuses_a_secret_on_the_command_line() throws Exception {
    Map<String, String> environment = site.environment();
    environment.put("CAMEL_MAIN_TRACING", "true");
    environment.put("GATEWAY_ADDRESS", "0.0.0.0");
    List<String> said = said(Jar.run(site, environment, "--gateway.mail.smtp.password=" + SECRET));
    assertThat(said)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("--gateway.mail.smtp.password: a secret"))
        .anyMatch(line -> line.startsWith("CAMEL_MAIN_TRACING: "));
    TABLE.add("--gateway.mail.smtp.password=…\n    " + said.get(1));
  }

  @Test
  @Order(3)
  void a_good_one_starts() throws Exception {
    try (Jar gateway = Jar.start(site, FreePort.next()).awaitReady()) {
      assertThat(gateway.log()).doesNotContain("database's log").doesNotContain("another machine");
    }
    Jar.Answer check = Jar.run(site, site.environment(), "check-config", "--config", "config");
    assertThat(check.exitCode()).as(check.output()).isZero();
  }

  @Test
  @Order(4)
  void refuses_a_role_that_may_too_much_before_it_listens() throws Exception {
    site.execute("grant delete on evidence to kt1_app");
    site.execute("grant create on schema public to kt1_app");
    site.execute("alter database " + site.database() + " set synchronous_commit = off");
    try (ServerSocket api = taken()) {
      Map<String, String> environment = site.environment();
      environment.put("GATEWAY_PORT", "" + api.getLocalPort());
      List<String> said = said(Jar.run(site, environment));
      assertThat(said)
          .containsExactlyInAnyOrder(
              "role kt1_app: may delete evidence -> revoke delete on evidence from kt1_app, public;",
              "role kt1_app: may make tables ->"
                  + " revoke create on schema public from kt1_app, public;",
              "database: a power cut takes back what was receipted: synchronous_commit is off ->"
                  + " alter role kt1_app set synchronous_commit = on;");
      said.forEach(line -> TABLE.add("a role or database with too much\n    " + line));
    }
  }

  private static CompletableFuture<Jar.Answer> run(
      Map<String, String> environment, String... arguments) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Jar.run(site, environment, arguments);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<String> said(Jar.Answer answer) {
    assertThat(answer.exitCode()).as(answer.output()).isEqualTo(1);
    assertThat(answer.output())
        .contains("The configuration cannot be used:")
        .doesNotContain("\tat ", SECRET, "already in use");
    site.environment().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("PASSWORD"))
        .forEach(entry -> assertThat(answer.output()).doesNotContain(entry.getValue()));
    String report = answer.output().replaceFirst("(?s).*The configuration cannot be used:", "");
    return lines(report.replaceFirst("(?s)\nAction:.*", ""));
  }

  private static List<String> lines(String output) {
    return output
        .lines()
        .filter(line -> line.matches("\\S.*: .+ -> .+") && !line.startsWith("Correct the lines"))
        .toList();
  }

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }
}
