package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer tells a browser, whoever writes it: a route, a filter, or Tomcat itself. */
class AnswerHeadersIT extends RestGateway {

  private static final List<String> ALWAYS =
      List.of(
          "content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "x-content-type-options: nosniff",
          "x-frame-options: deny",
          "referrer-policy: no-referrer",
          "cross-origin-resource-policy: same-origin",
          "cross-origin-opener-policy: same-origin",
          "cache-control: no-store");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  /api/v1/shipments?limit=1   | partner | 200",
        "POST /api/v1/hand-offs           | partner | 400",
        "POST /api/v1/hand-offs           | viewer  | 403",
        "GET  /api/v1/shipments/NONE      | partner | 404",
        "PUT  /api/v1/hand-offs           | partner | 405",
        "GET  /api/v1/shipments?colour=1  | partner | 400",
        "GET  /api/v1/shipments           | nobody  | 401",
        "GET  /nowhere                    | nobody  | 404",
        "GET  /                           | nobody  | 404",
        "GET  /error                      | nobody  | 404",
        // From here on no filter of ours has seen the request.
        "GET  /api/v1//shipments          | nobody  | 400",
        "GET  /api/v1/shipments;a=b       | nobody  | 400",
        "BREW /api/v1/shipments           | nobody  | 405",
        "GET  /api/v1/a%00b               | nobody  | 400",
        "GET  /api/v1/a\\b                | nobody  | 400",
        "TRACE /api/v1/shipments          | nobody  | 405",
        "BREW\u0001 /api/v1/shipments     | nobody  | 400",
        "GET  http:// HTTP                | nobody  | 400",
      })
  void the_api_answers_with_all_of_them(String line, String who, int status) throws IOException {
    complete(raw(port(), line, who), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  /actuator/health/liveness | nobody | 200",
        "GET  /actuator/gateway     | nobody  | 401",
        "GET  /actuator/gateway     | admin   | 200",
        "GET  /actuator/parked      | admin   | 200",
        "GET  /actuator/parked      | viewer  | 403",
        "GET  /actuator/none        | admin   | 404",
        "GET  /none                 | nobody  | 401",
        "POST /actuator/gateway     | admin   | 405",
        "GET  /actuator/a%00b       | nobody  | 400",
        "TRACE /actuator/health     | nobody  | 405",
        "BREW\u0001 /actuator       | nobody  | 400",
      })
  void so_does_the_management_port(String line, String who, int status) throws IOException {
    complete(raw(managementPort(), line, who), status);
  }

  @Test
  void too_many_headers_are_refused_on_both_ports_and_say_so_with_all_of_them() throws IOException {
    String many = "GET /actuator/health HTTP/1.1" + "\r\nX-A: x".repeat(60);
    complete(sent(port(), many), 400);
    complete(sent(managementPort(), many), 400);
  }

  private static void complete(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    String head = answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
    List<String> lines = List.of(head.split("\r\n"));
    assertThat(lines).as(head).containsAll(ALWAYS).doesNotHaveDuplicates();
    assertThat(lines)
        .as("no product is named, and no promise of TLS made where there is none")
        .noneMatch(line -> line.startsWith("server:"))
        .noneMatch(line -> line.startsWith("x-powered-by:"))
        .noneMatch(line -> line.startsWith("strict-transport-security:"));
    for (String name : List.of("content-security-policy:", "cache-control:", "x-frame-options:")) {
      assertThat(lines.stream().filter(line -> line.startsWith(name))).as(name).hasSize(1);
    }
  }

  private String raw(int port, String line, String who) throws IOException {
    String authorization =
        switch (who) {
          case "nobody" -> "";
          case "partner" -> "\r\nAuthorization: " + partner("hp-eoffice");
          default -> "\r\nAuthorization: " + person(who);
        };
    String type = "\r\nContent-Type: application/json\r\nContent-Length: 0";
    return sent(port, line.replaceAll(" +", " ") + " HTTP/1.1" + type + authorization);
  }

  private static String sent(int port, String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String whole = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
