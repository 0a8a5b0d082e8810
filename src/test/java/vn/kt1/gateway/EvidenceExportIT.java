package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Sha256;

/** What an auditor takes away can be checked without us. */
class EvidenceExportIT extends RestGateway {

  private final Evidence evidence = bean(Evidence.class);

  @Test
  void every_row_is_there_once_in_order_and_fits_its_digest() throws IOException {
    for (int i = 0; i < 2100; i++) {
      evidence.record("test", "counted", "row-" + i, java.util.Map.of("b", i, "a", "ư"));
    }
    List<JsonNode> rows = export("");
    assertThat(rows).hasSizeGreaterThan(2100);
    assertThat(rows).extracting(row -> row.path("seq").asLong()).isSorted().doesNotHaveDuplicates();
    assertThat(rows).filteredOn(row -> row.path("act").asText().equals("counted")).hasSize(2100);
    for (JsonNode row : rows) {
      String text =
          String.join(
              "\n",
              at(row).toString(),
              row.path("actor").asText(),
              row.path("act").asText(),
              row.path("subject").asText(),
              row.path("detail").toString());
      assertThat(Sha256.of(text)).as(text).isEqualTo(row.path("sha256").asText());
    }
  }

  @Test
  void a_time_is_a_beginning_that_counts_and_an_end_that_does_not() throws IOException {
    List<JsonNode> all = export("");
    Instant from = at(all.get(0));
    Instant to = at(all.get(all.size() - 1));
    List<JsonNode> some = export("?from=" + from + "&to=" + to);
    assertThat(some)
        .extracting(EvidenceExportIT::at)
        .allMatch(at -> !at.isBefore(from) && at.isBefore(to));
    assertThat(some)
        .extracting(row -> row.path("seq").asLong())
        .contains(all.get(0).path("seq").asLong());
    assertThat(get(person("auditor"), "/evidence?from=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void the_export_is_evidence_itself() throws IOException {
    export("?from=2026-01-01T00:00:00%2B07:00");
    List<JsonNode> rows = export("");
    JsonNode last = rows.get(rows.size() - 1);
    while (!last.path("act").asText().equals("evidence-exported")) {
      rows.remove(last);
      last = rows.get(rows.size() - 1);
    }
    assertThat(last.path("actor").asText()).isEqualTo("auditor");
    assertThat(last.at("/detail/from").asText()).isEqualTo("2025-12-31T17:00:00Z");
    assertThat(last.at("/detail/address").asText()).isEqualTo("127.0.0.1");
  }

  private static Instant at(JsonNode row) {
    return OffsetDateTime.parse(row.path("at").asText()).toInstant();
  }

  private List<JsonNode> export(String asked) throws IOException {
    HttpResponse<byte[]> answer = get(person("auditor"), "/evidence" + asked);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-ndjson");
    List<JsonNode> rows = new ArrayList<>();
    for (String line : new String(answer.body(), StandardCharsets.UTF_8).lines().toList()) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }
}
