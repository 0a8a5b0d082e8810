package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** One start of the shipped jar for each kind of what is unsafe. */
@Tag("nightly")
class EveryUnsafeStartIT extends UnsafeStartIT {

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

  private static Unsafe file(String lines, String said) {
    return new Unsafe(lines, Map.of(), lines, said);
  }

  private static Unsafe variable(String name, String value, String said) {
    return new Unsafe(name + "=" + value, Map.of(name, value), "", said);
  }

  @BeforeAll
  static void leave_a_folder_open() throws Exception {
    Path open = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(open.resolve("known_hosts"), "elsewhere.example ssh-ed25519 AAAA\n");
  }

  @TestFactory
  @Order(0)
  Stream<DynamicTest> refuses_what_is_unsafe() {
    return ALL.stream().map(each -> DynamicTest.dynamicTest(each.what(), () -> refuses(each)));
  }

  private static void refuses(Unsafe unsafe) throws Exception {
    Path settings = site.config().resolve("application.yaml");
    String good = Files.readString(settings);
    Map<String, String> environment = site.environment();
    environment.putAll(unsafe.environment());
    try {
      Files.writeString(settings, good + "---\n" + unsafe.file() + "\n");
      List<String> said = refused(environment);
      String line = unsafe.line().replace("LINE", "" + (good.lines().count() + 2));
      assertThat(said).anyMatch(each -> each.contains(line));
      assertThat(said.size()).as("%s", said).isLessThanOrEqualTo(2);
    } finally {
      Files.writeString(settings, good);
    }
  }
}
