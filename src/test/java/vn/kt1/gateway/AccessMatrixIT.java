package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every published call and the management port, by every login and by none, on objects of one's own
 * and of others: the table of the contract (3.4), written out by hand, compared, and printed.
 *
 * <p>{@code +} behind a status: with degree data; {@code -}: the same object without. What may be
 * done is asked with a body that lacks everything, so 422 means: this login may.
 */
class AccessMatrixIT extends RestGateway {

  private static final List<String> LOGINS =
      List.of(
          "none",
          "hp-eoffice",
          "qn-eoffice",
          "clerk",
          "operator",
          "policy",
          "auditor",
          "viewer",
          "department-hai-phong",
          "department-quang-ngai",
          "admin");

  /** What is acted on: made anew for each cell, by whom it says. */
  private enum Thing {
    NOTHING,
    /** From one unit of Hải Phòng to another, by its e-office. */
    HP_TO_HP,
    /** From Hải Phòng to Quảng Ngãi. */
    HP_TO_QN,
    /** By the clerk, from the own unit. */
    CLERKS,
    /** From Quảng Ngãi to the clerk's unit. */
    QN_TO_CLERK
  }

  // call | thing | none hp-eoffice qn-eoffice clerk operator policy auditor viewer dept-hp dept-qn
  // admin
  private static final String API =
      """
      POST /hand-offs                      | NOTHING     | 401 422  422  422  403  403  403  403  403  403  403
      GET /hand-offs/{handOffId}           | HP_TO_HP    | 401 200+ 404  404  200+ 200+ 200- 200- 200+ 404  403
      GET /hand-offs/{handOffId}           | HP_TO_QN    | 401 200+ 404  404  200+ 200+ 200- 200- 200+ 404  403
      GET /hand-offs/{handOffId}           | CLERKS      | 401 404  404  200+ 200+ 200+ 200- 200- 200+ 404  403
      GET /hand-offs/{handOffId}           | QN_TO_CLERK | 401 404  200+ 404  200+ 200+ 200- 200- 404  200+ 403
      GET /hand-offs/{handOffId}/slip      | HP_TO_HP    | 401 200  404  404  200  200  200  200  200  404  403
      GET /hand-offs/{handOffId}/slip      | QN_TO_CLERK | 401 404  200  404  200  200  200  200  404  200  403
      GET /shipments                       | HP_TO_HP    | 401 200+ 404  404  200+ 200+ 200- 200- 200+ 404  403
      GET /shipments                       | HP_TO_QN    | 401 200+ 200- 404  200+ 200+ 200- 200- 200+ 404  403
      GET /shipments                       | QN_TO_CLERK | 401 200- 200+ 200- 200+ 200+ 200- 200- 404  200+ 403
      GET /shipments/{shipmentId}          | HP_TO_HP    | 401 200+ 404  404  200+ 200+ 200- 200- 200+ 404  403
      GET /shipments/{shipmentId}          | HP_TO_QN    | 401 200+ 200- 404  200+ 200+ 200- 200- 200+ 404  403
      GET /shipments/{shipmentId}          | CLERKS      | 401 200+ 404  200+ 200+ 200+ 200- 200- 200+ 404  403
      GET /shipments/{shipmentId}          | QN_TO_CLERK | 401 200- 200+ 200- 200+ 200+ 200- 200- 404  200+ 403
      GET /shipments/{shipmentId}/timeline | HP_TO_HP    | 401 200  404  404  200  200  200  200  200  404  403
      GET /shipments/{shipmentId}/timeline | HP_TO_QN    | 401 200  200  404  200  200  200  200  200  404  403
      POST /shipments/{shipmentId}/cancellation | HP_TO_HP    | 401 200 404 404 200 200 403 403 403 404 403
      POST /shipments/{shipmentId}/cancellation | HP_TO_QN    | 401 200 403 404 200 200 403 403 403 404 403
      POST /shipments/{shipmentId}/cancellation | CLERKS      | 401 200 404 200 200 200 403 403 403 404 403
      POST /shipments/{shipmentId}/cancellation | QN_TO_CLERK | 401 403 200 403 200 200 403 403 404 403 403
      POST /shipments/{shipmentId}/resolution | HP_TO_HP    | 401 422 404 404 422 422 403 403 403 404 403
      POST /shipments/{shipmentId}/resolution | HP_TO_QN    | 401 422 403 404 422 422 403 403 403 404 403
      POST /shipments/{shipmentId}/resolution | CLERKS      | 401 422 404 422 422 422 403 403 403 404 403
      POST /shipments/{shipmentId}/resolution | QN_TO_CLERK | 401 403 422 403 422 422 403 403 404 403 403
      POST /shipments/{shipmentId}/corrections | HP_TO_HP    | 401 403 404 404 422 422 403 403 403 404 403
      POST /shipments/{shipmentId}/corrections | HP_TO_QN    | 401 403 403 404 422 422 403 403 403 404 403
      POST /shipments/{shipmentId}/corrections | QN_TO_CLERK | 401 403 403 403 422 422 403 403 404 403 403
      POST /shipments/{shipmentId}/confirmation | HP_TO_HP    | 401 422 404 404 422 422 403 403 422 404 403
      POST /shipments/{shipmentId}/confirmation | HP_TO_QN    | 401 403 422 404 422 422 403 403 422 404 403
      POST /shipments/{shipmentId}/confirmation | CLERKS      | 401 422 404 403 422 422 403 403 422 404 403
      POST /shipments/{shipmentId}/confirmation | QN_TO_CLERK | 401 422 403 422 422 422 403 403 404 422 403
      POST /incidents                      | NOTHING     | 401 422  422  422  422  422  403  403  422  422  403
      GET /incidents                       | NOTHING     | 401 200  200  200  200  200  200  200  200  200  403
      GET /incidents/{incidentId}          | NOTHING     | 401 404  404  404  404  404  404  404  404  404  403
      POST /incidents/{incidentId}/taking  | NOTHING     | 401 403  403  403  404  404  403  403  404  404  403
      POST /incidents/{incidentId}/answer  | NOTHING     | 401 403  403  403  422  422  403  403  422  422  403
      POST /shipments/{shipmentId}/exclusion | HP_TO_HP    | 401 403 403 403 422 422 403 403 422 404 403
      POST /shipments/{shipmentId}/exclusion | QN_TO_CLERK | 401 403 403 403 422 422 403 403 404 422 403
      DELETE /shipments/{shipmentId}/exclusion | HP_TO_HP | 401 403 403 403 200 200 403 403 200 404 403
      GET /overdue                         | NOTHING     | 401 200  200  200  200  200  403  403  200  200  403
      GET /reconciliation                  | NOTHING     | 401 200  200  200  200  200  200  200  200  200  403
      GET /order-files                     | NOTHING     | 401 403  403  403  200  200  200  403  403  403  403
      GET /order-files/{name}              | NOTHING     | 401 403  403  403  404  404  404  403  403  403  403
      POST /order-files/{name}/resend      | NOTHING     | 401 403  403  403  422  422  403  403  403  403  403
      GET /tariffs                         | NOTHING     | 401 200  200  200  200  200  200  200  200  200  403
      POST /tariffs/{tariff}/approval      | NOTHING     | 401 403  403  403  403  403  403  403  404  404  403
      GET /quality                         | NOTHING     | 401 403  403  403  200  200  403  403  200  200  403
      GET /quality/{month}                 | NOTHING     | 401 200  404  404  200  200  403  403  200  404  403
      POST /quality/{month}/answer         | NOTHING     | 401 422  404  404  403  403  403  403  403  403  403
      GET /reports/{year}                  | NOTHING     | 401 403  403  403  403  200+ 200- 403  200+ 404  403
      GET /reports/{year}/figures/{key}/cells/{n} | NOTHING | 401 403 403 403 403 404 404 403 404 404 403
      GET /reports/{year}/versions         | NOTHING     | 401 403  403  403  403  200  200  403  200  404  403
      POST /reports/{year}/versions        | NOTHING     | 401 403  403  403  403  403  403  403  422  404  403
      GET /reports/{year}/versions/{version} | NOTHING   | 401 403  403  403  403  404  404  403  404  404  403
      POST /reports/{year}/versions/{version}/approval | NOTHING | 401 403 403 403 403 403 403 403 404 404 403
      POST /reports/{year}/versions/{version}/send | NOTHING | 401 403 403 403 403 403 403 403 404 404 403
      GET /reports/{year}/returns          | NOTHING     | 401 403  403  403  200  200  403  403  200  404  403
      GET /reports/{year}/returns/{reporter} | NOTHING   | 401 200  404  404  200  200  403  403  200  404  403
      POST /reports/{year}/returns/{reporter} | NOTHING  | 401 422  404  404  403  403  403  403  403  403  403
      GET /statements/{month}              | NOTHING     | 401 200  404  200  200  200  403  403  200  404  403
      GET /statements/{month}/invoice-differences | NOTHING | 401 200 404 200 200 200  403  403  200  404  403
      GET /evidence                        | NOTHING     | 401 403  403  403  403  403  200  403  403  403  403
      GET /people                          | NOTHING     | 401 403  403  403  403  403  403  403  403  403  200
      PUT /people/{name}                   | NOTHING     | 401 403  403  403  403  403  403  403  403  403  422
      POST /people/{name}/unlock           | NOTHING     | 401 403  403  403  403  403  403  403  403  403  422
      POST /people/{name}/end              | NOTHING     | 401 403  403  403  403  403  403  403  403  403  422
      GET /partners/{partner}/tokens       | NOTHING     | 401 403  403  403  403  403  403  403  403  403  200
      POST /partners/{partner}/tokens      | NOTHING     | 401 403  403  403  403  403  403  403  403  403  422
      POST /partners/{partner}/tokens/{tokenId}/revoke | NOTHING | 401 403 403 403 403 403 403 403 403 403 422
      POST /webhooks/vnpost                | NOTHING     | 200 200  200  200  200  200  200  200  200  200  200
      PUT /password                        | NOTHING     | 401 403  403  422  422  422  422  422  422  422  422
      """;

  // A partner's token is no login there, and whom health is told to does not matter. 400: an act
  // nobody knows, so this login might act.
  private static final String MANAGEMENT =
      """
      GET /actuator                               | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      GET /actuator/health                        | NOTHING | 200 200 200 200 200 200 200 200 200 200 200
      GET /actuator/health/liveness               | NOTHING | 200 200 200 200 200 200 200 200 200 200 200
      GET /actuator/health/db                     | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      GET /actuator/prometheus                    | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      GET /actuator/camelroutes                   | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      GET /actuator/camelroutes/orders/detail     | NOTHING | 401 401 401 403 404 403 403 403 403 403 404
      POST /actuator/camelroutes/status/sing      | NOTHING | 401 401 401 403 403 403 403 403 403 403 400
      GET /actuator/gateway                       | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      GET /actuator/parked                        | NOTHING | 401 401 401 403 200 403 403 403 403 403 200
      POST /actuator/parked/none/sing             | NOTHING | 401 401 401 403 403 403 403 403 403 403 400
      GET /actuator/env                           | NOTHING | 401 401 401 403 404 403 403 403 403 403 404
      GET /actuator/heapdump                      | NOTHING | 401 401 401 403 404 403 403 403 403 403 404
      """;

  private record Row(String call, Thing thing, List<String> expected) {
    static Row of(String line) {
      String[] parts = line.split("\\|");
      return new Row(
          parts[0].strip(),
          Thing.valueOf(parts[1].strip()),
          Arrays.asList(parts[2].strip().split("\\s+")));
    }

    String method() {
      return call.substring(0, call.indexOf(' '));
    }

    String path() {
      return call.substring(call.indexOf(' ') + 1);
    }
  }

  private record Made(String handOffId, String shipmentId) {}

  @Test
  void every_login_may_what_the_table_says_and_nothing_else() {
    SoftAssertions all = new SoftAssertions();
    List<String> printed = new ArrayList<>();
    printed.add(line("", LOGINS));
    for (Row row : rows(API)) {
      printed.add(checked(row, "http://127.0.0.1:" + port() + "/api/v1", all));
    }
    for (Row row : rows(MANAGEMENT)) {
      printed.add(checked(row, "http://127.0.0.1:" + managementPort(), all));
    }
    System.out.println(String.join("\n", printed));
    all.assertAll();
  }

  @Test
  void the_table_has_every_published_call() throws IOException {
    JsonNode paths = new YAMLMapper().readTree(Path.of("docs/openapi.yaml").toFile()).path("paths");
    Set<String> published = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (!one.getKey().equals("parameters")) {
          published.add(one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    Set<String> tried = new TreeSet<>();
    rows(API).forEach(row -> tried.add(row.call()));
    assertThat(tried).isEqualTo(published);
  }

  private static List<Row> rows(String table) {
    return table.lines().map(Row::of).toList();
  }

  private String checked(Row row, String base, SoftAssertions all) {
    assertThat(row.expected()).as(row.call()).hasSameSizeAs(LOGINS);
    List<String> found = new ArrayList<>();
    Made shared = row.method().equals("GET") ? make(row.thing()) : null;
    for (int i = 0; i < LOGINS.size(); i++) {
      Made made = shared == null ? make(row.thing()) : shared;
      String answer = answer(row, made, base, LOGINS.get(i));
      found.add(answer);
      all.assertThat(answer)
          .as("%s on %s as %s", row.call(), row.thing(), LOGINS.get(i))
          .isEqualTo(row.expected().get(i));
    }
    return line(row.call() + " " + (row.thing() == Thing.NOTHING ? "" : row.thing()), found);
  }

  private static String line(String head, List<String> cells) {
    return "%-58s %s"
        .formatted(
            head,
            cells.stream()
                .map(cell -> "%-10.10s".formatted(cell.replace("department", "dept")))
                .collect(Collectors.joining(" ")));
  }

  private String answer(Row row, Made made, String base, String login) {
    boolean list = row.path().equals("/shipments");
    String path =
        row.path()
            .replace("{handOffId}", made.handOffId())
            .replace("{shipmentId}", made.shipmentId())
            .replace("{tariff}", "none")
            .replace("{incidentId}", "0000-0000-0000-0")
            .replace("{month}/answer", "2026-10/answer?unit=H24.16")
            .replace("/quality/{month}", "/quality/2026-10?unit=H24.16")
            .replaceFirst("^/quality$", "/quality?month=2026-10")
            .replaceFirst("^(/reports/.*)$", "$1?province=hai-phong")
            .replace("{year}", "2026")
            .replace("{key}", "volume")
            .replace("{n}", "999999")
            .replace("{version}", "999")
            .replace("{reporter}", "H24.16")
            .replace("/statements/{month}", "/statements/2026-11")
            .replace("{name}", "somebody")
            .replace("{partner}", "hp-eoffice")
            .replace("{tokenId}", "0123456789ab");
    HttpResponse<byte[]> answer =
        send(
            asking(
                row.method(),
                base
                    + path
                    + (list ? "?limit=200" : path.startsWith("/statements/") ? "?unit=H24.61" : ""),
                login));
    String status = String.valueOf(answer.statusCode());
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.statusCode() != 200) {
      return status;
    }
    // In a list, what is not there is not there: as good as 404 for one.
    String shown = list ? item(body, made) : body;
    if (shown.isEmpty()) {
      return "404";
    }
    boolean told = row.expected().stream().anyMatch(cell -> cell.endsWith("+"));
    return status + (told ? degree(shown) : "");
  }

  /** Degree data is there whole, or not at all. */
  private static String degree(String body) {
    boolean some =
        List.of(
                "\"secrecy\":\"SECRET\"",
                "\"service\":\"KT1_B\"",
                "\"mark\"",
                "\"reasons\":[{",
                "\"messageSha256\"",
                "\"sla\"")
            .stream()
            .anyMatch(body::contains);
    return some ? "+" : "-";
  }

  private String item(String body, Made made) {
    try {
      for (JsonNode item : JSON.readTree(body).path("items")) {
        if (item.path("shipmentId").asText().equals(made.shipmentId())) {
          return item.toString();
        }
      }
      return "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder asking(String method, String uri, String login) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri))
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(uri.contains("/cancellation") ? "" : "{}"));
    if (!method.equals("GET")) {
      request.header("Content-Type", "application/json");
    }
    return login.equals("none") ? request : request.header("Authorization", authorization(login));
  }

  private String authorization(String login) {
    return login.endsWith("-eoffice") ? partner(login) : person(login);
  }

  private Made make(Thing thing) {
    return switch (thing) {
      case NOTHING -> new Made("none", "none");
      case HP_TO_HP -> handOver(partner("hp-eoffice"), "H24.16", "H24.31");
      case HP_TO_QN -> handOver(partner("hp-eoffice"), "H24.16", "H48.16");
      case CLERKS -> handOver(person("clerk"), "H24.61", "H24.31");
      case QN_TO_CLERK -> handOver(partner("qn-eoffice"), "H48.16", "H24.61");
    };
  }

  /** By hand, so that it is not ordered while the test looks. */
  private Made handOver(String who, String sender, String recipient) {
    String id = freshId();
    String more = ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true, \"network\": \"HAND\"";
    HttpResponse<byte[]> answer = post(who, handOff(id, sender, recipient, more));
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(201);
    return new Made(id, json(answer).at("/shipments/0/shipmentId").asText());
  }
}
