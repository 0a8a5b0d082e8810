package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.OpenSsh;
import vn.kt1.testing.StockSftp;

/** The one command of the README, as a stranger runs it. */
class SandboxIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> LOGINS =
      List.of("admin", "operator", "operator2", "policy", "auditor", "viewer", "clerk");

  @TempDir Path temp;
  private Process maven;
  private Path log;
  private Properties credentials = new Properties();

  @AfterEach
  void stop() throws Exception {
    end();
    new Postmaster(temp.resolve("data/sandbox/postgres")).stop();
  }

  @Test
  void does_the_main_job() throws Exception {
    OpenSsh.require();
    JsonNode ready = start();
    readCredentials();
    Api api = api(ready);
    Api.Answer posted = api.post("/hand-offs", HandOffs.json("S-REST", 1));
    assertThat(posted.status()).isEqualTo(201);
    dropWithTheStockClient(ready, "S-DROP.csv", HandOffs.csv("S-DROP", 1));
    String byRest = posted.body().path("shipments").get(0).path("shipmentId").asText();
    awaitDelivered(api, byRest);
    await().atMost(PATIENCE).until(() -> api.get("/hand-offs/S-DROP").status() == 200);
    JsonNode dropped = api.get("/hand-offs/S-DROP").body().path("shipments").get(0);
    awaitDelivered(api, dropped.path("shipmentId").asText());
  }

  @Test
  @Tag("nightly")
  void goes_on_after_a_kill() throws Exception {
    JsonNode ready = start();
    readCredentials();
    Api api = api(ready);
    Api.Answer posted = api.post("/hand-offs", HandOffs.json("S-REST", 1));
    String byRest = posted.body().path("shipments").get(0).path("shipmentId").asText();
    awaitDelivered(api, byRest);

    ProcessHandle gateway = ProcessHandle.of(ready.path("pid").asLong()).orElseThrow();
    assertThat(maven.descendants().map(ProcessHandle::pid)).contains(gateway.pid());
    gateway.destroyForcibly();
    await().atMost(Duration.ofSeconds(30)).until(() -> !maven.isAlive());

    Api again = api(start());
    assertThat(again.get("/shipments/" + byRest).body().path("state").asText())
        .isEqualTo("DELIVERED");
    assertThat(again.get("/hand-offs/S-REST").body()).isEqualTo(posted.body());
  }

  private JsonNode start() throws IOException {
    log = Files.createTempFile(temp, "sandbox", ".log");
    ProcessBuilder goal = new ProcessBuilder("./mvnw", "-B", "-q", "-o", "spring-boot:test-run");
    goal.environment().keySet().removeIf(name -> name.matches("(GATEWAY|SANDBOX)_.*"));
    goal.environment().put("GATEWAY_DATA", temp.resolve("data").toString());
    for (String port :
        List.of(
            "GATEWAY_PORT",
            "GATEWAY_MANAGEMENT_PORT",
            "SANDBOX_SFTP_PORT",
            "SANDBOX_SMTP_PORT",
            "SANDBOX_IMAP_PORT",
            "SANDBOX_TRACKING_PORT")) {
      goal.environment().put(port, "0");
    }
    maven = goal.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !maven.isAlive() || said().contains("\nREADY {"));
    assertThat(said()).as("READY").contains("\nREADY {");
    String line = said().lines().filter(any -> any.startsWith("READY {")).findFirst().orElseThrow();
    JsonNode ready = new ObjectMapper().readTree(line.substring("READY ".length()));
    assertThat(Files.readString(temp.resolve("data/sandbox/endpoints.json")))
        .isEqualTo(line.substring("READY ".length()));
    return ready;
  }

  private String said() throws IOException {
    return Files.readString(log);
  }

  private void readCredentials() throws IOException {
    Path file = temp.resolve("data/sandbox/credentials.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    credentials = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      credentials.load(in);
    }
    for (String login : LOGINS) {
      assertThat(credentials).containsEntry(login + ".user", login);
      assertThat(credentials).containsKey(login + ".password");
    }
    assertThat(credentials)
        .containsKeys("department-hai-phong.password", "department-quang-ngai.password")
        .containsKeys("mail.hai-phong-officer.address", "mail.quang-ngai-officer.password")
        .containsKeys("post.sftp.user", "post.sftp.key", "sftp.knownHosts")
        .containsKeys("partner.hp-eoffice.token", "partner.qn-eoffice.token");
    assertThat(Path.of(credentials.getProperty("partner.hp-eoffice.sftp.key"))).exists();
  }

  private Api api(JsonNode ready) {
    String token = credentials.getProperty("partner.hp-eoffice.token");
    return new Api(ready.path("api").asText(), "Bearer " + token);
  }

  private void dropWithTheStockClient(JsonNode ready, String name, String content)
      throws Exception {
    Path file = Files.writeString(temp.resolve(name), content);
    StockSftp client =
        new StockSftp(
            URI.create(ready.path("sftp").asText()).getPort(),
            credentials.getProperty("partner.hp-eoffice.sftp.user"),
            Path.of(credentials.getProperty("partner.hp-eoffice.sftp.key")),
            Path.of(credentials.getProperty("sftp.knownHosts")));
    StockSftp.Answer answer = client.run("put " + file + " /outbox/" + name);
    assertThat(answer.ok()).as(answer.output()).isTrue();
  }

  private static void awaitDelivered(Api api, String shipment) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                api.get("/shipments/" + shipment)
                    .body()
                    .path("state")
                    .asText()
                    .equals("DELIVERED"));
    JsonNode timeline = api.get("/shipments/" + shipment + "/timeline").body().path("items");
    assertThat(timeline.get(timeline.size() - 1).path("state").asText()).isEqualTo("DELIVERED");
  }

  /** Ends what this test has started, and nothing else. */
  private void end() throws InterruptedException {
    if (maven != null) {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly().waitFor();
    }
  }
}
