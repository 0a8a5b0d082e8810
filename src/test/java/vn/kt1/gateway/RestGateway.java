package vn.kt1.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.Peers;
import vn.kt1.sandbox.People;
import vn.kt1.sandbox.SandboxConfig;

/** The whole gateway with its peers, one for all tests that speak HTTP to it. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = GatewayApplication.class,
    properties = {
      // ./config of the checkout is production's.
      "spring.config.location=classpath:/application.yaml,"
          + "classpath:/sandbox/config/application.yaml",
      "GATEWAY_MANAGEMENT_PORT=0",
      // Boot turns Prometheus off in tests.
      "spring.test.observability.auto-configure=true"
    })
@ContextConfiguration(initializers = RestGateway.Around.class)
abstract class RestGateway {

  /** Starts the peers before the gateway, and ends them after it. */
  static final class Around
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "rest");
        Credentials credentials = Credentials.in(folder);
        Peers peers = Peers.start(folder, credentials, null, Peers.Ports.ANY);
        Map<String, Object> properties = new LinkedHashMap<>(peers.properties());
        properties.put("GATEWAY_CONFIG", SandboxConfig.folder().toString());
        properties.put("GATEWAY_DATA", folder.toString());
        // Quartz keeps data sources by this name, one for all gateways of a process.
        properties.put("spring.quartz.properties.org.quartz.scheduler.instanceName", "rest");
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("peers", properties));
        context.getBeanFactory().registerSingleton("credentials", credentials);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(context, peers)));
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void end(ConfigurableApplicationContext context, Peers peers) {
      try {
        context.close();
        peers.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static final ObjectMapper JSON = new ObjectMapper();

  private static final AtomicInteger IDS = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired JdbcClient jdbc;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void let_people_in(@Autowired ApplicationContext gateway) {
    if (credentials.get("admin.password").isEmpty()) {
      new People(gateway, credentials).letIn();
    }
  }

  String partner(String id) {
    return "Bearer " + credentials.get("partner." + id + ".token").orElseThrow();
  }

  String person(String name) {
    String login = name + ":" + credentials.get(name + ".password").orElseThrow();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  HttpRequest.Builder call(String who, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header("Authorization", who);
  }

  HttpRequest.Builder posting(String who, byte[] body) {
    return call(who, "/hand-offs")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }

  HttpResponse<byte[]> post(String who, String json) {
    return send(posting(who, json.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<byte[]> get(String who, String path) {
    return send(call(who, path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String freshId() {
    return "REST-" + IDS.incrementAndGet();
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(7)).toString();
  }

  /** A hand-off of one envelope; {@code more} are further fields of it. */
  static String handOff(String id, String sender, String recipient, String more) {
    return """
        {"handOffId": "%s", "sender": "%s", "handedOffAt": "%s", "envelopes": [
          {"envelopeId": "1", "recipient": {"code": "%s"}%s}]}
        """
        .formatted(id, sender, now(), recipient, more);
  }

  /** A secret one, from Hải Phòng's department of science to that of health. */
  static String secret(String id) {
    return handOff(
        id, "H24.16", "H24.31", ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true");
  }
}
