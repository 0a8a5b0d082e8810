package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/**
 * The shipped jar starts on a good configuration and on no unsafe one, and says why not. All that
 * is unsafe: InspectionTest, and at night EveryUnsafeStartIT.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnsafeStartIT {

  static final String SECRET = "Zx81-Planted-Value-Zx81";
  @TempDir static Path temp;
  static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  @Test
  @Order(1)
  void refuses_a_secret_in_a_file_and_tells_the_line_and_check_config_says_the_same()
      throws Exception {
    Path settings = site.config().resolve("application.yaml");
    String good = Files.readString(settings);
    Files.writeString(settings, good + "---\ngateway.mail.smtp.password: " + SECRET + "\n");
    try {
      List<String> said = refused(site.environment());
      assertThat(said)
          .singleElement()
          .asString()
          .contains("config/application.yaml:" + (good.lines().count() + 2) + ": gateway.mail.smtp")
          .contains("password is a secret, written down");
      Jar.Answer check = Jar.run(site, site.environment(), "check-config", "--config", "config");
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(lines(check.output())).isEqualTo(said);
      assertThat(check.output()).doesNotContain(SECRET);
    } finally {
      Files.writeString(settings, good);
    }
  }

  /** Of the environment, the options of the virtual machine and the command line. */
  @Test
  @Order(2)
  void tells_the_faults_of_all_places_at_once() throws Exception {
    Map<String, String> environment = site.environment();
    environment.put("GATEWAY_PRT", "8080");
    environment.put("GATEWAY_ADDRESS", "0.0.0.0");
    environment.put("CAMEL_MAIN_TRACING", "true");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:+HeapDumpOnOutOfMemoryError");
    assertThat(refused(environment, "--gateway.mail.smtp.password=" + SECRET))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("--gateway.mail.smtp.password: a secret"))
        .anyMatch(line -> line.startsWith("CAMEL_MAIN_TRACING: "))
        .anyMatch(line -> line.startsWith("GATEWAY_ADDRESS: plain HTTP beyond this machine"))
        .anyMatch(line -> line.contains("a dump writes what stands"))
        .anyMatch(
            line -> line.startsWith("GATEWAY_PRT: unknown variable -> did you mean GATEWAY_PORT?"));
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
    assertThat(refused(site.environment()))
        .containsExactlyInAnyOrder(
            "role kt1_app: may delete evidence -> revoke delete on evidence from kt1_app, public;",
            "role kt1_app: may make tables ->"
                + " revoke create on schema public from kt1_app, public;",
            "database: a power cut takes back what was receipted: synchronous_commit is off ->"
                + " alter role kt1_app set synchronous_commit = on;");
  }

  /** Were it to listen before it looks, it would say that its ports are taken. */
  static List<String> refused(Map<String, String> environment, String... arguments)
      throws Exception {
    try (ServerSocket api = taken();
        ServerSocket management = taken()) {
      environment.put("GATEWAY_PORT", "" + api.getLocalPort());
      environment.put("GATEWAY_MANAGEMENT_PORT", "" + management.getLocalPort());
      return said(Jar.run(site, environment, arguments));
    }
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
