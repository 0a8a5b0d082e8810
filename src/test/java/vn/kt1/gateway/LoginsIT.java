package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People: let in, locked out, given and taken rights; each of it with its row of evidence. */
class LoginsIT extends RestGateway {

  private static final String FIRST = "tám con ngựa gỗ 1954";
  private static final String OWN = "mưa rơi trên mái tôn 7";
  private static final AtomicInteger NAMES = new AtomicInteger();

  @Test
  void a_first_password_opens_nothing_but_its_own_change() {
    String name = added("VIEWER");
    problem(get(basic(name, FIRST), "/shipments"), 403, "forbidden");
    assertThat(text(get(basic(name, FIRST), "/shipments"))).contains("PUT /api/v1/password");
    assertThat(change(basic(name, FIRST), OWN).statusCode()).isEqualTo(204);
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(200);
    problem(get(basic(name, FIRST), "/shipments"), 401, "unauthenticated");
    assertThat(acts(name)).contains("login-added", "login", "password-changed");
    assertThat(evidence("login-added", name))
        .contains("\"reason\":\"a test\"", "\"address\":\"127.0.0.1\"", "\"role\":\"VIEWER\"");
  }

  @ParameterizedTest
  @CsvSource({
    "short,                          password-length",
    "passwordpassword,               password-weak",
    "123456789012,                   password-weak",
    "qwertyuiopas,                   password-weak",
  })
  void an_easy_password_is_not_taken(String password, String why) {
    String name = added("VIEWER");
    HttpResponse<byte[]> answer = change(basic(name, FIRST), password);
    problem(answer, 422, "bad-value");
    assertThat(text(answer)).doesNotContain(password);
    problem(change(basic(name, FIRST), FIRST), 422, "bad-value");
    problem(change(basic(name, FIRST), "ngựa gỗ " + name + " 99"), 422, "bad-value");
  }

  @Test
  void five_wrong_passwords_lock_a_login_and_an_administrator_opens_it() {
    String name = open("VIEWER");
    for (int i = 0; i < 5; i++) {
      problem(get(basic(name, "wrong " + i), "/shipments"), 401, "unauthenticated");
    }
    String wrong = text(get(basic(name, "wrong"), "/shipments"));
    String right = text(get(basic(name, OWN), "/shipments"));
    assertThat(withoutIds(right))
        .as("the right one learns nothing more")
        .isEqualTo(withoutIds(wrong));
    assertThat(person(name, "state")).isEqualTo("LOCKED");
    assertThat(acts(name)).contains("login-locked");
    assertThat(refusals(name)).contains("password-wrong").contains("login-locked");
    assertThat(
            ask("POST", "/people/" + name + "/unlock", "{\"reason\": \"telephoned\"}").statusCode())
        .isEqualTo(204);
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(200);
  }

  @Test
  void a_guesser_does_not_shut_out_whoever_was_let_in_a_moment_ago() {
    String name = open("VIEWER");
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      problem(get(basic(name, "wrong " + i), "/shipments"), 401, "unauthenticated");
    }
    assertThat(person(name, "state")).isEqualTo("LOCKED");
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(200);
  }

  @Test
  void a_hundred_guesses_at_once_are_no_more_than_five() {
    String name = open("VIEWER");
    List<CompletableFuture<HttpResponse<byte[]>>> guesses =
        IntStream.range(0, 100)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> get(basic(name, "no " + i), "/shipments")))
            .toList();
    // 503: too many at once to be looked at, one after the other.
    guesses.forEach(guess -> assertThat(guess.join().statusCode()).isIn(401, 503));
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(401);
    assertThat(
            jdbc.sql("select count(*) from evidence where act = 'login-locked' and actor = ?")
                .param(name)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nobody_changes_their_own_rights_and_only_administrators_those_of_others() {
    String admin = open("ADMIN");
    String own = "{\"role\": \"AUDITOR\", \"reason\": \"I want to\"}";
    problem(send(asking(basic(admin, OWN), "PUT", "/people/" + admin, own)), 403, "forbidden");
    problem(
        send(asking(basic(admin, OWN), "POST", "/people/" + admin + "/end", "{\"reason\":\"x\"}")),
        403,
        "forbidden");
    problem(send(asking(person("operator"), "PUT", "/people/" + admin, own)), 403, "forbidden");
    assertThat(person(admin, "role")).isEqualTo("ADMIN");
    assertThat(ask("PUT", "/people/" + admin, own).statusCode()).isEqualTo(200);
    assertThat(evidence("login-changed", admin))
        .contains("\"role\":\"AUDITOR\"", "\"was.role\":\"ADMIN\"", "\"reason\":\"I want to\"");
    problem(get(basic(admin, OWN), "/people"), 403, "forbidden");
    assertThat(get(basic(admin, OWN), "/evidence?from=2026-01-01T00:00:00Z").statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_ended_login_opens_nothing_from_then_on() {
    String name = open("OPERATOR");
    assertThat(get(basic(name, OWN), "/shipments").statusCode()).isEqualTo(200);
    assertThat(ask("POST", "/people/" + name + "/end", "{\"reason\": \"left\"}").statusCode())
        .isEqualTo(204);
    problem(get(basic(name, OWN), "/shipments"), 401, "unauthenticated");
    assertThat(person(name, "state")).isEqualTo("ENDED");
    assertThat(refusals(name)).contains("login-ended");
    problem(
        ask("PUT", "/people/" + name, "{\"role\": \"OPERATOR\", \"reason\": \"back\"}"),
        422,
        "missing-field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\": \"CLERK\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\"}| /unit",
        "{\"role\": \"VIEWER\", \"unit\": \"H24.61\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\"}| /unit",
        "{\"role\": \"DEPARTMENT\", \"province\": \"nowhere\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\"}| /province",
        "{\"role\": \"PARTNER\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\"}| /role",
        "{\"role\": \"KING\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\"}| /role",
        "{\"role\": \"VIEWER\", \"reason\": \"x\"}| /password",
        "{\"role\": \"VIEWER\", \"password\": \"tám con ngựa gỗ 1954\"}| /reason",
        "{\"role\": \"VIEWER\", \"password\": \"tám con ngựa gỗ 1954\", \"reason\": \"x\", \"rolle\": 1}| /~3",
      })
  void what_cannot_be_is_told_by_its_field(String body, String pointer) {
    HttpResponse<byte[]> answer = ask("PUT", "/people/somebody-new", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").findValuesAsText("pointer")).contains(pointer);
    assertThat(person("somebody-new", "name")).isEmpty();
  }

  @Test
  void who_is_unknown_is_answered_as_one_with_a_wrong_password_and_never_named() {
    String name = open("VIEWER");
    String known = text(get(basic(name, "wrong"), "/shipments"));
    String unknown = text(get(basic("nobody-of-that-name", "wrong"), "/shipments"));
    assertThat(withoutIds(unknown)).isEqualTo(withoutIds(known));
    assertThat(
            jdbc.sql(
                    "select count(*) from evidence where detail || actor || subject like '%nobody-of-that-name%'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(refusals("unknown")).contains("login-unknown");
  }

  private String added(String role) {
    String name = "person-" + NAMES.incrementAndGet() + "@kt1.example";
    String body =
        "{\"role\": \"%s\", \"password\": \"%s\", \"reason\": \"a test\"}".formatted(role, FIRST);
    HttpResponse<byte[]> answer = ask("PUT", "/people/" + name, body);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
    return name;
  }

  private String open(String role) {
    String name = added(role);
    assertThat(change(basic(name, FIRST), OWN).statusCode()).isEqualTo(204);
    return name;
  }

  private HttpResponse<byte[]> change(String who, String password) {
    return send(asking(who, "PUT", "/password", "{\"password\": \"" + password + "\"}"));
  }

  private HttpResponse<byte[]> ask(String method, String path, String body) {
    return send(asking(person("admin"), method, path, body));
  }

  private HttpRequest.Builder asking(String who, String method, String path, String body) {
    return call(who, path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private static String basic(String name, String password) {
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  private String person(String name, String field) {
    for (JsonNode one : json(get(person("admin"), "/people")).path("items")) {
      if (one.path("name").asText().equals(name)) {
        return one.path(field).asText();
      }
    }
    return "";
  }

  private List<String> acts(String name) {
    return jdbc.sql("select act from evidence where subject = ?")
        .param(name)
        .query(String.class)
        .list();
  }

  private String evidence(String act, String subject) {
    return jdbc.sql(
            "select detail from evidence where act = ? and subject = ? order by seq desc limit 1")
        .params(act, subject)
        .query(String.class)
        .single();
  }

  private String refusals(String actor) {
    return String.join(
        "\n",
        jdbc.sql("select detail from evidence where act = 'refused' and actor = ?")
            .param(actor)
            .query(String.class)
            .list());
  }

  private static String withoutIds(String problem) {
    return problem.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
  }

  private static void problem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    assertThat(json(answer).path("code").asText()).isEqualTo(code);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
