package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The yearly report over HTTP: its shape, who may read it, and the workbook byte for byte. */
class RestReportIT extends RestGateway {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The year that what is handed over now belongs to. */
  private static final int NOW =
      LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(17).getYear();

  private static final String YEAR = "/reports/" + NOW;
  private static final String HAI_PHONG = YEAR + "?province=hai-phong";

  @Test
  void has_the_shape_of_the_contract_and_counts_what_was_handed_over() {
    long before = value(report(person("policy"), HAI_PHONG), "volume");
    assertThat(post(partner("hp-eoffice"), secret(freshId())).statusCode()).isEqualTo(201);
    JsonNode report = report(person("policy"), HAI_PHONG);
    assertThat(report.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly(
            "year", "province", "kind", "period", "asOf", "version", "figures", "suppressed");
    assertThat(report.path("kind").asText()).isEqualTo("TO_DEPARTMENT");
    assertThat(report.path("version").isNull()).isTrue();
    assertThat(report.at("/period/from").asText()).isEqualTo((NOW - 1) + "-12-15");
    assertThat(report.at("/period/to").asText()).isEqualTo(NOW + "-12-14");
    assertThat(report.path("asOf").asText()).endsWith("+07:00");
    assertThat(report.path("figures"))
        .extracting(figure -> figure.path("key").asText())
        .containsSubsequence("volume", "delivered", "returned", "held", "refused", "cancelled");
    assertThat(value(report, "volume")).isEqualTo(before + 1);
    JsonNode cell = report.at("/figures/0/cells/0");
    assertThat(cell.path("n").asInt()).isEqualTo(1);
    assertThat(cell.path("dims").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("secrecy", "urgency", "network", "month", "unit");
    assertThat(cell.path("estimate").booleanValue()).isFalse();
    assertThat(report.at("/figures/0/unit").asText()).isEqualTo("items");
  }

  @Test
  void speaks_the_readers_language() {
    JsonNode vi = report(person("policy"), HAI_PHONG);
    JsonNode en = json(send(call(person("policy"), HAI_PHONG).header("Accept-Language", "en")));
    assertThat(vi.at("/figures/1/label").asText()).isEqualTo("Số bưu gửi đã phát");
    assertThat(en.at("/figures/1/label").asText()).isEqualTo("Items delivered");
  }

  @Test
  void a_department_reads_its_own_province_and_no_other() {
    String department = person("department-hai-phong");
    assertThat(report(department, YEAR).path("province").asText()).isEqualTo("hai-phong");
    assertThat(report(department, HAI_PHONG).path("province").asText()).isEqualTo("hai-phong");
    assertThat(get(department, YEAR + "?province=quang-ngai").statusCode()).isEqualTo(404);
  }

  @Test
  void an_auditor_sees_no_degree() {
    String message =
        handOff(
            freshId(),
            "H24.16",
            "H48.16",
            ", \"secrecy\": \"TOP_SECRET\", \"urgency\": \"EXPRESS\","
                + " \"enteredInRegister\": true");
    assertThat(post(partner("hp-eoffice"), message).statusCode()).isEqualTo(201);
    JsonNode whole = report(person("policy"), HAI_PHONG);
    JsonNode merged = report(person("auditor"), HAI_PHONG);
    assertThat(whole.toString()).contains("TOP_SECRET");
    assertThat(whole.path("suppressed")).isEmpty();
    assertThat(merged.toString()).doesNotContain("SECRET", "CONFIDENTIAL", "\"secrecy\":\"NONE\"");
    assertThat(merged.at("/suppressed/0/figure").asText()).isEqualTo("volume");
    assertThat(value(merged, "volume")).isEqualTo(value(whole, "volume"));
  }

  /** Who else: AccessMatrixIT. */
  @Test
  void who_may_not_read_it_is_refused_whatever_is_asked() {
    for (String path : List.of(YEAR, HAI_PHONG, HAI_PHONG + "&as=xlsx", "/reports/x")) {
      assertThat(get(person("viewer"), path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/2026",
        "/reports/26?province=hai-phong",
        "/reports/1999?province=hai-phong",
        "/reports/year?province=hai-phong",
        "/reports/2026?province=hai-phong&as=doc",
        "/reports/2026?province=hai-phong&unit=H24.16"
      })
  void what_is_asked_wrongly_is_told(String path) {
    HttpResponse<byte[]> answer = get(person("policy"), path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("code").asText()).isEqualTo("bad-parameter");
  }

  @Test
  void an_unknown_province_is_not_there() {
    assertThat(get(person("policy"), YEAR + "?province=thanh-hoa").statusCode()).isEqualTo(404);
  }

  @Test
  void the_workbook_arrives_byte_for_byte() throws IOException {
    post(partner("hp-eoffice"), secret(freshId()));
    JsonNode report = report(person("policy"), HAI_PHONG);
    HttpResponse<byte[]> answer = get(person("policy"), HAI_PHONG + "&as=xlsx");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(XLSX);
    List<List<String>> rows = rows(answer.body());
    assertThat(rows.get(0))
        .containsExactly(
            "key", "label", "unit", "secrecy", "urgency", "network", "service", "zone", "kind",
            "month", "unit", "value");
    List<String> told = new ArrayList<>();
    report
        .path("figures")
        .forEach(
            figure ->
                figure
                    .path("cells")
                    .forEach(
                        cell -> told.add(figure.path("key").asText() + " " + cell.path("value"))));
    assertThat(rows.stream().skip(1).map(row -> row.get(0) + " " + row.get(row.size() - 1)))
        .containsExactlyElementsOf(told);
  }

  @Test
  void the_workbook_is_there_for_whoever_accepts_it() {
    HttpResponse<byte[]> asked = send(call(person("policy"), HAI_PHONG).header("Accept", XLSX));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Content-Type")).contains(XLSX);
    HttpResponse<byte[]> either =
        send(call(person("policy"), HAI_PHONG).header("Accept", XLSX + ";q=0.5, application/json"));
    assertThat(either.headers().firstValue("Content-Type")).contains("application/json");
    HttpResponse<byte[]> neither =
        send(call(person("policy"), HAI_PHONG).header("Accept", "image/png"));
    assertThat(neither.statusCode()).isEqualTo(406);
  }

  @Test
  void quartz_ticks_once_the_routes_are_there() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(jdbc.sql("select province from report_job").query(String.class).list())
                    .contains("hai-phong", "quang-ngai"));
    assertThat(jdbc.sql("select count(*) from qrtz_triggers").query(Integer.class).single())
        .isEqualTo(1);
  }

  private static List<List<String>> rows(byte[] xlsx) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      Sheet sheet = book.getSheet("figures");
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          cells.add(
              switch (cell.getCellType()) {
                case NUMERIC -> String.valueOf((long) cell.getNumericCellValue());
                default -> cell.getStringCellValue();
              });
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private JsonNode report(String who, String path) {
    HttpResponse<byte[]> answer = get(who, path);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return json(answer);
  }

  private static long value(JsonNode report, String key) {
    long sum = 0;
    for (JsonNode figure : report.path("figures")) {
      for (JsonNode cell : figure.path("cells")) {
        sum += figure.path("key").asText().equals(key) ? cell.path("value").asLong() : 0;
      }
    }
    return sum;
  }
}
