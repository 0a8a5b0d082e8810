package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;
import vn.kt1.gateway.command.Commands;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.ConfigFolder;
import vn.kt1.testing.Site;

/** How a Department comes from a year to a report that is sent. Who may: AccessMatrixIT. */
class RestReportVersionsIT extends RestGateway {

  private static final String DEPARTMENT = "department-hai-phong";

  @Test
  void a_version_is_made_approved_sent_and_fetched_for_ever() {
    JsonNode made = json(act("/reports/2026/versions", "{\"kind\": \"FINAL\"}", 201));
    String version = "/reports/2026/versions/" + made.path("version").asInt();
    assertThat(json(act(version + "/send", "", 422)).path("code").asText()).isEqualTo("bad-value");
    assertThat(json(act(version + "/approval", "", 200)).path("approvedAt").isNull()).isFalse();
    act(version + "/approval", "", 200);
    JsonNode sent = json(act(version + "/send", "", 202));
    assertThat(json(act(version + "/send", "", 202))).isEqualTo(sent);
    assertThat(mails(made)).containsExactly("DEPARTMENT hai-phong");
    byte[] first = get(person(DEPARTMENT), version).body();
    assertThat(Sha256.of(first)).isEqualTo(made.path("sha256").asText());
    post(partner("hp-eoffice"), handOff(freshId(), "H24.16", "H24.31", ", \"secrecy\": \"NONE\""));
    assertThat(get(person("auditor"), version + "?province=hai-phong").body()).isEqualTo(first);
    JsonNode documents = json(get(person(DEPARTMENT), version)).path("documents");
    for (String form : List.of("docx", "pdf", "xlsx")) {
      assertThat(Sha256.of(get(person(DEPARTMENT), version + "?as=" + form).body()))
          .isEqualTo(documents.path(form).asText());
    }
  }

  @Test
  void a_version_that_is_not_the_newest_is_neither_approved_nor_sent() {
    JsonNode old = json(act("/reports/2025/versions", "{\"kind\": \"PRELIMINARY\"}", 201));
    act("/reports/2025/versions", "{\"kind\": \"FINAL\"}", 201);
    act("/reports/2025/versions/" + old.path("version").asInt() + "/approval", "", 422);
    assertThat(json(get(person(DEPARTMENT), "/reports/2025/versions")).path("items"))
        .extracting(item -> item.path("stage").asText())
        .containsExactly("PRELIMINARY", "FINAL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422",
        "{'kind': 'DRAFT'} | 422",
        "{'kind': 'FINAL', 'x': 1} | 422",
        "[] | 400"
      })
  void what_is_asked_wrongly_is_told(String body, int status) {
    act("/reports/2024/versions", body.replace('\'', '"'), status);
  }

  @Test
  void each_cell_opens_to_its_shipments() {
    String id = freshId();
    post(partner("hp-eoffice"), handOff(id, "H24.16", "H24.31", ", \"secrecy\": \"NONE\""));
    JsonNode volume = json(get(person(DEPARTMENT), "/reports/2026")).at("/figures/0/cells");
    long opened = 0;
    for (JsonNode cell : volume) {
      JsonNode page =
          json(
              get(
                  person(DEPARTMENT),
                  "/reports/2026/figures/volume/cells/" + cell.path("n") + "?limit=200"));
      assertThat(page.path("items")).hasSize(cell.path("value").asInt());
      opened += page.path("items").size();
    }
    assertThat(opened).isPositive();
    assertThat(get(person(DEPARTMENT), "/reports/2026/figures/volume/cells/9999").statusCode())
        .isEqualTo(404);
    assertThat(
            get(person("auditor"), "/reports/2026/figures/charges/cells/1?province=hai-phong")
                .statusCode())
        .as("what only those may read who see degrees")
        .isEqualTo(404);
  }

  @Test
  void the_documents_are_there_as_the_report_stands_now() {
    HttpResponse<byte[]> pdf = get(person(DEPARTMENT), "/reports/2026?as=pdf");
    assertThat(new String(pdf.body(), 0, 5)).isEqualTo("%PDF-");
    HttpResponse<byte[]> docx =
        send(
            call(person(DEPARTMENT), "/reports/2026?kind=COMPILED")
                .header(
                    "Accept",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    assertThat(new String(docx.body(), 0, 2)).isEqualTo("PK");
  }

  @Test
  void the_command_line_writes_the_report_and_counts_anew(@TempDir Path folder) throws IOException {
    post(partner("hp-eoffice"), handOff(freshId(), "H24.16", "H24.31", ", \"secrecy\": \"NONE\""));
    Path out = folder.resolve("out");
    ConfigFolder settings = ConfigFolder.in(Files.createDirectory(folder.resolve("config")));
    Environment environment = bean(Environment.class);
    settings.write(
        "application.yaml",
        "spring.datasource: {url: '%s', username: %s, password: '%s'}"
            .formatted(
                environment.getProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password")));
    String config = settings.path().toString();
    assertThat(
            Commands.run(
                "report",
                "2026",
                "--province",
                "hai-phong",
                "--out",
                out.toString(),
                "--config",
                config))
        .isZero();
    assertThat(Site.names(out))
        .containsExactly(
            "KT1-REPORT_hai-phong_2026.docx",
            "KT1-REPORT_hai-phong_2026.json",
            "KT1-REPORT_hai-phong_2026.pdf",
            "KT1-REPORT_hai-phong_2026.xlsx");
    assertThat(Commands.run("report-figures", "--config", config)).isZero();
    assertThat(
            Commands.run(
                "report",
                "2026",
                "--province",
                "nowhere",
                "--out",
                out.toString(),
                "--config",
                config))
        .isEqualTo(2);
  }

  @Test
  void a_unit_files_its_return_and_the_department_sees_who_has_not() {
    post(partner("qn-eoffice"), handOff(freshId(), "H48.16", "H48.40", ", \"secrecy\": \"NONE\""));
    String path = "/reports/2026/returns/H48.16";
    JsonNode form = json(get(partner("qn-eoffice"), path));
    assertThat(form.path("filedAt").isNull()).isTrue();
    String body =
        "{\"formVersion\": 1, \"lines\": [{\"key\": \"sent\", \"value\": \"999\", \"note\":"
            + " \"sổ\"}]}";
    HttpResponse<byte[]> filed = file(partner("qn-eoffice"), path, body);
    assertThat(filed.statusCode()).as(new String(filed.body())).isEqualTo(201);
    assertThat(json(filed).at("/lines/0/differs").asBoolean()).isTrue();
    assertThat(file(partner("qn-eoffice"), path, body).statusCode()).isEqualTo(201);
    assertThat(file(partner("qn-eoffice"), path, body.replace("999", "998")).statusCode())
        .isEqualTo(422);
    assertThat(file(partner("qn-eoffice"), path, body.replace("999", "9 cái")).statusCode())
        .isEqualTo(422);
    JsonNode all = json(get(person("department-quang-ngai"), "/reports/2026/returns"));
    assertThat(all.path("items"))
        .extracting(one -> one.path("reporter").asText() + " " + one.path("filedAt").isNull())
        .contains("H48.16 false", "POST true");
  }

  private HttpResponse<byte[]> file(String who, String path, String body) {
    return send(
        call(who, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<byte[]> act(String path, String body, int status) {
    HttpResponse<byte[]> answer = file(person(DEPARTMENT), path, body);
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
    return answer;
  }

  private List<String> mails(JsonNode made) {
    return jdbc.sql("select recipient from dispatch where occasion = ? order by recipient")
        .param("hai-phong-2026-v" + made.path("version").asInt())
        .query(String.class)
        .list();
  }
}
