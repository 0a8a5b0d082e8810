package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal over HTTP has a problem body. */
class RestErrorsIT extends RestGateway {

  private static final int LARGEST = 2 * 1024 * 1024;

  /** What else is bad in a message: BadCorpusTest; the status of each code: ProblemTest. */
  @Test
  void a_bad_message_is_told_so() {
    problem(post(partner("hp-eoffice"), "{"), 400, "malformed");
    problem(post(partner("hp-eoffice"), "{\"subject\": \"x\"}"), 422, "content-not-allowed");
  }

  @Test
  void a_body_of_nothing_is_malformed() {
    problem(post(partner("hp-eoffice"), ""), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nobody", "Basic bm9ib2R5Om5vYm9keQ==", "Basic ?", "Bearer", "x"})
  void who_is_not_known_gets_401(String who) {
    for (String path : new String[] {"/shipments", "/nowhere"}) {
      HttpResponse<byte[]> answer = get(who, path);
      problem(answer, 401, "unauthenticated");
      assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
    }
    problem(send(posting(who, new byte[0])), 401, "unauthenticated");
  }

  /** Who else may do what: AccessMatrixIT. */
  @Test
  void who_only_reads_hands_nothing_over() {
    problem(post(person("viewer"), secret(freshId())), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/hand-offs/none", "/shipments/NONE-1", "/hand-offs/a%20b"})
  void what_is_not_there_is_404(String path) {
    problem(get(partner("hp-eoffice"), path), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /hand-offs, POST", "PUT, /hand-offs, POST", "GET, /hand-offs, POST",
    "POST, /shipments, GET", "DELETE, /shipments/X, GET", "PATCH, /hand-offs/X/slip, GET"
  })
  void another_method_is_405_and_names_the_allowed(String method, String path, String allowed) {
    HttpResponse<byte[]> answer =
        send(call(partner("hp-eoffice"), path).method(method, BodyPublishers.noBody()));
    problem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/html", "image/png"})
  void an_answer_in_another_format_is_406(String accept) {
    problem(
        send(call(partner("hp-eoffice"), "/shipments").header("Accept", accept)),
        406,
        "not-acceptable");
    problem(
        send(posting(partner("hp-eoffice"), new byte[0]).header("Accept", accept)),
        406,
        "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "text/csv",
        "multipart/form-data; boundary=x",
        "nonsense",
        "application/x-www-form-urlencoded"
      })
  void a_message_in_another_format_is_415(String type) {
    HttpRequest.Builder request =
        call(partner("hp-eoffice"), "/hand-offs")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("subject=x"));
    problem(send(request), 415, "unsupported-media-type");
  }

  @Test
  void a_body_of_two_mebibytes_is_read_and_one_byte_more_is_413() {
    byte[] largest = secret(freshId()).getBytes(StandardCharsets.UTF_8);
    int length = largest.length;
    largest = Arrays.copyOf(largest, LARGEST);
    Arrays.fill(largest, length, LARGEST, (byte) ' ');
    assertThat(send(posting(partner("hp-eoffice"), largest)).statusCode()).isEqualTo(201);
    byte[] larger = Arrays.copyOf(largest, LARGEST + 1);
    problem(send(posting(partner("hp-eoffice"), larger)), 413, "too-large");
    problem(send(chunked(larger)), 413, "too-large");
    problem(send(chunked(new byte[LARGEST * 2])), 413, "too-large");
    problem(send(posting(partner("hp-eoffice"), new byte[LARGEST * 2])), 413, "too-large");
  }

  private HttpRequest.Builder chunked(byte[] body) {
    return call(partner("hp-eoffice"), "/hand-offs")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  /** What else a value may not be: ParametersTest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shipments?limit=0",
        "/shipments?limit=1&limit=2",
        "/shipments?limit=1&%6Cimit=2",
        "/shipments?unit=%00",
        "/shipments?unit=%zz",
        "/shipments/X?as=pdf",
        "/hand-offs/X?x",
        "/hand-offs/X/slip?as=docx"
      })
  void a_parameter_nobody_knows_is_400(String path) throws IOException {
    String answer = raw("GET /api/v1" + path + " HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-parameter\"");
  }

  @Test
  void a_hand_off_takes_no_parameter() {
    HttpRequest.Builder request =
        call(partner("hp-eoffice"), "/hand-offs?a=b")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(secret(freshId())));
    problem(send(request), 400, "bad-parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/shipments;a=b",
        "/api/v1//shipments",
        "/api/v1/%2e%2e/x",
        "/error",
        "/api/error",
        "/api/v1/hand-offs/a%2Fb",
        "/nowhere",
        "/api/v1/shipments/%25"
      })
  void odd_paths_have_problem_bodies(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer.substring(9, 12)).isIn("400", "404");
    assertThat(answer).contains("application/problem+json").doesNotContain("<html");
  }

  @Test
  void too_many_headers_or_too_large_ones_are_not_read() throws IOException {
    String line = "GET /api/v1/shipments?limit=1 HTTP/1.1";
    assertThat(raw(line + "\r\nX-Long: " + "x".repeat(12 << 10))).startsWith("HTTP/1.1 200");
    assertThat(raw(line + "\r\nX-Long: " + "x".repeat(17 << 10))).startsWith("HTTP/1.1 400");
    assertThat(raw(line + "\r\nX-A: x".repeat(40))).startsWith("HTTP/1.1 200");
    assertThat(raw(line + "\r\nX-A: x".repeat(60))).startsWith("HTTP/1.1 400");
  }

  @Test
  void a_trailing_slash_lets_nobody_in() {
    HttpRequest.Builder request =
        call(person("viewer"), "/hand-offs/")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(secret(freshId())));
    assertThat(send(request).statusCode()).isIn(403, 404, 405);
  }

  @Test
  void people_read_vietnamese_unless_they_prefer_english() {
    assertThat(title("en")).isEqualTo("Not found");
    assertThat(title("en-GB, vi;q=0.5")).isEqualTo("Not found");
    assertThat(title("fr, en;q=0.3")).isEqualTo("Not found");
    String vietnamese = title("vi");
    assertThat(vietnamese).isNotEqualTo("Not found");
    for (String wish : new String[] {"", "*", "fr", "vi, en", "en;q=0.1, vi", "nonsense;;"}) {
      assertThat(title(wish)).as(wish).isEqualTo(vietnamese);
    }
  }

  private String title(String language) {
    HttpRequest.Builder request =
        call(partner("hp-eoffice"), "/shipments/X").header("Accept-Language", language);
    return json(send(request)).path("title").asText();
  }

  private static void problem(HttpResponse<byte[]> answer, int status, String code) {
    JsonNode body = json(answer);
    assertThat(answer.statusCode()).as(body.toString()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("title").asText()).isNotBlank();
    assertThat(body.path("detail").asText()).isNotBlank();
    assertThat(body.path("errors")).isNotEmpty();
    assertThat(UUID.fromString(body.path("correlationId").asText())).isNotNull();
    assertThat(body.toString()).doesNotContain("Exception").doesNotContain("vn.kt1");
  }

  /** A request as no decent client would write it. */
  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(20_000);
      String head =
          line
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
              + partner("hp-eoffice")
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
