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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.testing.SharedGateway;

/** What tests share that speak HTTP to the usual gateway, with a login of each role. */
abstract class RestGateway {

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  static final ObjectMapper JSON = new ObjectMapper();

  private static final AtomicInteger IDS = new AtomicInteger();

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final HttpClient client = HttpClient.newHttpClient();

  final JdbcClient jdbc = bean(JdbcClient.class);

  /** Another class may have asked for newer ones meanwhile. */
  @BeforeAll
  static void forget_tokens() {
    TOKENS.clear();
  }

  static <T> T bean(Class<T> type) {
    return SHARED.gateway().bean(type);
  }

  String partner(String id) {
    return "Bearer " + TOKENS.computeIfAbsent(id, SHARED.gateway()::token);
  }

  String person(String name) {
    String login = name + ":" + SHARED.credentials().get(name + ".password").orElseThrow();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  HttpRequest.Builder call(String who, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1" + path))
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
    return SHARED.gateway().port();
  }

  int managementPort() {
    return SHARED.gateway().managementPort();
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
