package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import vn.kt1.gateway.command.Commands;

/** A token opens nothing from the call on that follows its revocation, whoever revokes it. */
class TokenEndIT extends RestGateway {

  private static final String PARTNER = "qn-eoffice";

  @TempDir private Path folder;

  @Test
  void by_the_command_in_another_process_on_the_same_database() throws IOException {
    String token = made().path("token").asText();
    assertThat(calls(token)).isEqualTo(200);
    assertThat(calls(token)).isEqualTo(200);
    assertThat(Commands.run("revoke-token", PARTNER, "--all", "--config", config())).isZero();
    assertThat(calls(token)).isEqualTo(401);
  }

  @Test
  void by_an_administrator() {
    JsonNode made = made();
    String token = made.path("token").asText();
    assertThat(calls(token)).isEqualTo(200);
    String path = "/partners/" + PARTNER + "/tokens/" + made.path("tokenId").asText() + "/revoke";
    assertThat(act(path).statusCode()).isEqualTo(204);
    assertThat(calls(token)).isEqualTo(401);
  }

  @Test
  void by_the_third_one_that_is_made() {
    String oldest = made().path("token").asText();
    made();
    assertThat(calls(oldest)).isEqualTo(200);
    made();
    assertThat(calls(oldest)).isEqualTo(401);
  }

  private int calls(String token) {
    return get("Bearer " + token, "/shipments").statusCode();
  }

  private JsonNode made() {
    HttpResponse<byte[]> made = act("/partners/" + PARTNER + "/tokens");
    assertThat(made.statusCode()).isEqualTo(201);
    return json(made);
  }

  private HttpResponse<byte[]> act(String path) {
    return send(
        call(person("admin"), path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"test\"}")));
  }

  /** The database of this gateway, as the command's shell would name it. */
  private String config() throws IOException {
    Environment environment = bean(Environment.class);
    Files.writeString(
        folder.resolve("application.yaml"),
        "spring.datasource: {url: '%s', username: %s, password: '%s'}"
            .formatted(
                environment.getProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password")));
    return folder.toString();
  }
}
