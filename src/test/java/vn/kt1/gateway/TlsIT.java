package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Credentials;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Signer;
import vn.kt1.testing.Site;
import vn.kt1.testing.TlsClient;

/** TLS of both ports as it is served, and partners bound to their certificates. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TlsIT {

  private static final String[] MODERN = {"TLSv1.3", "TLSv1.2"};
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant NOW = Instant.now();

  private static final String PASSWORD = Credentials.freshSecret();
  private static final Authority CA = new Authority("clients and server");
  private static final Signer SERVER = CA.server();
  private static final Signer HP = CA.client("hp");
  private static final Signer HP_NEXT = CA.client("hp", NOW.minusSeconds(60), NOW.plus(MONTH));
  private static final Signer STRANGER = CA.client("hp");
  private static final Signer OVER = CA.client("hp", NOW.minus(MONTH), NOW.minusSeconds(60));
  private static final Signer FOREIGN = new Authority("foreign").client("hp");

  /** Its own authority, so that no handshake asks for its date. */
  private static final Signer QN_OVER = Signer.valid(NOW.minus(MONTH), NOW.minusSeconds(60));

  @TempDir static Path temp;
  private static final HandClock CLOCK = new HandClock(NOW + "");
  private static Site site;
  private static Path certificate;
  private static Path key;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    Path pem = Files.createDirectories(site.config().resolve("certificates"));
    certificate = Files.writeString(pem.resolve("server.pem"), SERVER.pem() + CA.pem());
    key = Files.writeString(pem.resolve("server.key"), SERVER.keyPem(PASSWORD));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path password = Files.writeString(pem.resolve("password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Path clients = Files.writeString(pem.resolve("clients.pem"), CA.pem() + QN_OVER.pem());
    Files.writeString(pem.resolve("hp.pem"), HP.pem());
    Files.writeString(pem.resolve("hp-next.pem"), HP_NEXT.pem());
    Files.writeString(pem.resolve("qn.pem"), QN_OVER.pem());
    bind("hp-eoffice", "certificates/hp.pem, certificates/hp-next.pem");
    bind("qn-eoffice", "certificates/qn.pem");
    Files.writeString(
        site.config().resolve("partners/free.yaml"),
        "name: Free\nunits: [H24.16]\nsftp: false\nchecksumRequired: false\n");
    gateway =
        Gateway.start(
            site,
            CLOCK,
            "--GATEWAY_TLS_CERTIFICATE=" + certificate,
            "--GATEWAY_TLS_KEY=" + key,
            "--GATEWAY_TLS_KEY_PASSWORD_FILE=" + password,
            "--GATEWAY_TLS_CLIENT_CA=" + clients,
            "--spring.ssl.bundle.watch.file.quiet-period=200ms");
  }

  private static void bind(String partner, String files) throws IOException {
    Files.writeString(
        site.config().resolve("partners/" + partner + ".yaml"),
        "tls: {certificates: [" + files + "]}\n",
        StandardOpenOption.APPEND);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    site.close();
  }

  @Test
  @Order(1)
  void a_bound_partner_hands_over_with_either_of_its_certificates() throws Exception {
    String token = token("hp-eoffice");
    HttpResponse<String> taken =
        new TlsClient(CA, HP).call(api("/hand-offs"), token, HandOffs.json("TLS-1", 1));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    assertThat(taken.headers().firstValue("Strict-Transport-Security").orElse(""))
        .as("no browser comes back without TLS")
        .contains("max-age=31536000")
        .contains("includeSubDomains");
    assertThat(status(HP_NEXT, token)).isEqualTo(200);
  }

  @Test
  @Order(2)
  void a_token_alone_or_with_any_other_certificate_opens_nothing_and_tells_nothing()
      throws Exception {
    String token = token("hp-eoffice");
    ObjectNode wrongToken = refused(HP, "Bearer " + "x".repeat(43));
    assertThat(refused(null, token)).isEqualTo(wrongToken);
    assertThat(refused(STRANGER, token)).isEqualTo(wrongToken);
    assertThat(refused(QN_OVER, token)).isEqualTo(wrongToken);
    assertThat(refused(HP, token("qn-eoffice"))).isEqualTo(wrongToken);
    assertThat(refused(QN_OVER, token("qn-eoffice"))).as("expired").isEqualTo(wrongToken);
    assertThat(
            site.sql(
                "select detail from evidence where act = 'refused' and actor like '%-eoffice'"))
        .as("and evidence has who and why")
        .anyMatch(row -> row.contains("client-certificate-missing"))
        .anyMatch(row -> row.contains("client-certificate-unknown"))
        .anyMatch(row -> row.contains("client-certificate-expired"));
    assertThat(refused(HP, "")).as("a certificate alone").isEqualTo(wrongToken);
  }

  @Test
  @Order(3)
  void a_certificate_nobody_here_has_issued_or_that_is_over_ends_the_handshake() {
    String token = token("hp-eoffice");
    assertThatThrownBy(() -> status(FOREIGN, token)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> status(OVER, token)).isInstanceOf(IOException.class);
  }

  @Test
  @Order(4)
  void who_is_bound_to_none_needs_none() throws Exception {
    for (Signer shown : new Signer[] {null, HP, STRANGER}) {
      assertThat(status(shown, token("free"))).isEqualTo(200);
      assertThat(status(shown, person("reader", Role.OPERATOR))).isEqualTo(200);
    }
  }

  @Test
  @Order(5)
  void the_management_port_speaks_tls_and_asks_for_no_certificate() throws Exception {
    String health = "https://127.0.0.1:" + managementPort() + "/actuator/health/liveness";
    assertThat(new TlsClient(CA, null).call(health, "", "").body()).contains("UP");
    assertThat(new TlsClient(CA, FOREIGN).call(health, "", "").statusCode()).isEqualTo(200);
    assertThat(new TlsClient(CA, null).shownBy(managementPort())).isEqualTo(SERVER.certificate());
    String measures = "https://127.0.0.1:" + managementPort() + "/actuator/prometheus";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        new TlsClient(CA, null)
                            .call(measures, person("watcher", Role.OPERATOR), "")
                            .body())
                    .contains("gateway_admin_expiry_days{kind=\"server-certificate\"")
                    .contains("kind=\"partner-certificate\",owner=\"hp-eoffice\""));
  }

  @Test
  @Order(6)
  void plain_http_is_not_served() throws Exception {
    for (int port : new int[] {apiPort(), managementPort()}) {
      try (Socket line = new Socket("127.0.0.1", port)) {
        line.setSoTimeout(10_000);
        line.getOutputStream()
            .write(
                "GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        String said = new String(line.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(said).startsWith("HTTP/1.1 400").doesNotContain("UP", "status");
      }
    }
  }

  @ParameterizedTest
  @Order(7)
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void modern_tls_is_spoken(String protocol) throws Exception {
    try (SSLSocket line = new TlsClient(CA, null).connect(apiPort(), new String[] {protocol})) {
      assertThat(line.getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @ParameterizedTest
  @Order(7)
  @ValueSource(
      strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
  void what_is_weak_is_not_spoken(String cipher) {
    TlsClient client = new TlsClient(CA, null);
    for (int port : new int[] {apiPort(), managementPort()}) {
      assertThatThrownBy(() -> client.connect(port, MODERN, cipher))
          .isInstanceOf(IOException.class);
    }
  }

  /** Java's own client cannot be brought to ask for it. */
  @Test
  @Order(7)
  void tls_1_1_is_refused_by_an_alert() throws Exception {
    assertThat(hello(3)).as("1.2, alert or hello").isEqualTo(22);
    assertThat(hello(2)).as("1.1").isEqualTo(21);
  }

  @Test
  @Order(8)
  void new_files_are_served_to_new_lines_and_old_lines_live_on() throws Exception {
    TlsClient client = new TlsClient(CA, null);
    try (SSLSocket old = client.connect(apiPort(), MODERN)) {
      assertThat(statusLine(old)).startsWith("HTTP/1.1 401");
      Signer fresh = CA.server();
      replace(certificate, fresh.pem());
      replace(key, fresh.keyPem(PASSWORD));
      for (int port : new int[] {apiPort(), managementPort()}) {
        shows(client, port, fresh.certificate());
      }
      assertThat(statusLine(old)).startsWith("HTTP/1.1 401");
    }
    assertThat(status(HP, token("hp-eoffice"))).as("still mutual").isEqualTo(200);
    assertThat(refused(null, token("hp-eoffice")).path("code").asText())
        .isEqualTo("unauthenticated");
  }

  @Test
  @Order(9)
  void a_bad_replacement_is_told_and_the_one_before_is_served(CapturedOutput output)
      throws Exception {
    TlsClient client = new TlsClient(CA, null);
    X509Certificate good = client.shownBy(apiPort());
    String whole = Files.readString(certificate);
    for (String bad : new String[] {"no certificate", CA.server().pem()}) {
      int before = output.getAll().length();
      replace(certificate, bad);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> output.getAll().substring(before).contains("SSL reload error"));
      assertThat(client.shownBy(apiPort())).isEqualTo(good);
      assertThat(client.shownBy(managementPort())).isEqualTo(good);
    }
    Signer next = CA.server();
    assertThat(whole).isNotEqualTo(next.pem());
    replace(key, next.keyPem(PASSWORD));
    replace(certificate, next.pem());
    shows(client, apiPort(), next.certificate());
    shows(client, managementPort(), next.certificate());
  }

  @Test
  @Order(10)
  void a_certificate_that_ends_while_the_gateway_runs_opens_nothing_any_more() throws Exception {
    String token = token("hp-eoffice");
    assertThat(status(HP_NEXT, token)).isEqualTo(200);
    CLOCK.advance(MONTH.plusSeconds(1));
    assertThat(status(HP_NEXT, token)).isEqualTo(401);
    assertThat(status(HP, token)).isEqualTo(200);
  }

  private static void shows(TlsClient client, int port, X509Certificate wanted) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> client.shownBy(port).equals(wanted));
  }

  /** As a careful administrator does: never half a file. */
  private static void replace(Path file, String content) throws IOException {
    Path beside = Files.writeString(file.resolveSibling("new"), content);
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String statusLine(SSLSocket line) throws IOException {
    line.getOutputStream()
        .write(
            "HEAD /api/v1/shipments HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    byte[] some = new byte[4096];
    int read = line.getInputStream().read(some);
    return new String(some, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
  }

  /** The kind of the first record that answers the hello of TLS 1.{@code minor - 1}. */
  private static int hello(int minor) throws IOException {
    byte[] suites = {(byte) 0xC0, 0x2B, (byte) 0xC0, 0x2C, (byte) 0xC0, 0x09, (byte) 0xC0, 0x0A};
    // supported_groups: secp256r1; signature_algorithms: ecdsa with SHA-256.
    byte[] extensions = {0, 10, 0, 4, 0, 2, 0, 23, 0, 13, 0, 4, 0, 2, 4, 3};
    int body = 2 + 32 + 1 + 2 + suites.length + 2 + 2 + extensions.length;
    try (Socket line = new Socket("127.0.0.1", apiPort())) {
      line.setSoTimeout(10_000);
      DataOutputStream out = new DataOutputStream(line.getOutputStream());
      out.write(new byte[] {22, 3, 1});
      out.writeShort(body + 4);
      out.writeInt(0x01000000 | body);
      out.write(new byte[] {3, (byte) minor});
      out.write(new byte[32]);
      out.writeByte(0);
      out.writeShort(suites.length);
      out.write(suites);
      out.write(new byte[] {1, 0});
      out.writeShort(extensions.length);
      out.write(extensions);
      out.flush();
      return line.getInputStream().read();
    }
  }

  private static int status(@Nullable Signer shown, String authorization) throws Exception {
    return new TlsClient(CA, shown).call(api("/shipments"), authorization, "").statusCode();
  }

  /** The body without what differs from call to call. */
  private static ObjectNode refused(@Nullable Signer shown, String authorization) throws Exception {
    HttpResponse<String> answer =
        new TlsClient(CA, shown).call(api("/shipments"), authorization, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
    ObjectNode body = (ObjectNode) new ObjectMapper().readTree(answer.body());
    body.remove(List.of("correlationId", "instance"));
    return body;
  }

  private static String token(String partner) {
    return "Bearer " + gateway.token(partner);
  }

  private static String person(String name, Role role) {
    String password = Credentials.freshSecret();
    gateway.bean(Logins.class).put(name, password, role, null, null);
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  private static String api(String path) {
    return "https://127.0.0.1:" + apiPort() + "/api/v1" + path;
  }

  private static int apiPort() {
    return port("local.server.port");
  }

  private static int managementPort() {
    return port("local.management.port");
  }

  private static int port(String name) {
    return gateway.bean(Environment.class).getRequiredProperty(name, Integer.class);
  }
}
