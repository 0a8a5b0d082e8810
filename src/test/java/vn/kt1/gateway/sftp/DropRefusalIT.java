package vn.kt1.gateway.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.HandOffs.envelope;
import static vn.kt1.testing.HandOffs.json;
import static vn.kt1.testing.Site.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;
import vn.kt1.testing.Traces;

/** Files that must not come in: what is answered, what stays, and what must be found nowhere. */
@ExtendWith(OutputCaptureExtension.class)
class DropRefusalIT {
  /** Stands for what is inside an envelope; of this run only. */
  private static final String PLANTED = "planted" + UUID.randomUUID().toString().replace("-", "");

  @TempDir static Path temp;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static PartnerTree partner;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    partner = new PartnerTree(site, "hp-eoffice");
  }

  @Test
  void deletes_what_may_hold_content_and_leaves_no_trace_of_it(CapturedOutput output)
      throws Exception {
    Map<String, byte[]> files =
        Map.of(
            "content.json",
            bytes(json("R-1", envelope("R-1-1", "\"A\"", ",\"subject\":\"" + PLANTED + "\""))),
            "content.csv",
            bytes(
                csv("R-2", 1)
                    .replace("network\n", "network,trich_yeu\n")
                    .replace(",true,,", ",true,,," + PLANTED)),
            "unknown.json",
            bytes(
                json(
                    "R-3", envelope("R-3-1", "\"A\"", ",\"" + PLANTED + "\":\"" + PLANTED + "\""))),
            "header.csv",
            bytes("a," + PLANTED + "\nb," + PLANTED + "\n"),
            "malformed.json",
            bytes("{\"handOffId\":\"" + PLANTED),
            "encoding.csv",
            (csv("R-4", 1) + PLANTED)
                .replace("Mật", "Măt")
                .getBytes(Charset.forName("windows-1258")),
            "empty.json",
            new byte[0]);
    files.forEach(partner::drop);
    assertThat(code("content.json")).isEqualTo("content-not-allowed");
    assertThat(code("content.csv")).isEqualTo("content-not-allowed");
    assertThat(code("unknown.json")).isEqualTo("unknown-field");
    assertThat(code("header.csv")).isEqualTo("header-not-found");
    assertThat(code("malformed.json")).isEqualTo("malformed");
    assertThat(code("encoding.csv")).isEqualTo("encoding");
    assertThat(code("empty.json")).isEqualTo("malformed");
    for (String name : files.keySet()) {
      partner.awaitGone(name);
      assertThat(partner.rejected().resolve(name)).as("deleted").doesNotExist();
    }
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  @Test
  void keeps_a_file_that_could_be_judged_beside_its_faults(CapturedOutput output) throws Exception {
    partner.drop("bad.json", json("R-5", envelope("R-5-1", "\"" + PLANTED + "\"", "")));
    JsonNode error = partner.error("bad.json");
    assertThat(error.path("code").asText()).isEqualTo("bad-value");
    assertThat(error.path("errors").get(0).path("pointer").asText())
        .isEqualTo("/envelopes/0/secrecy");
    assertThat(error.toString()).doesNotContain(PLANTED);
    partner.awaitGone("bad.json");
    assertThat(partner.rejected().resolve("bad.json")).exists();
    Files.delete(partner.rejected().resolve("bad.json"));
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  @Test
  void refuses_a_large_file_without_reading_it_and_a_kind_it_cannot_read() throws Exception {
    partner.drop("large.csv", "x".repeat(250_000));
    partner.drop("table.ods", "a table");
    assertThat(code("large.csv")).isEqualTo("too-large");
    assertThat(code("table.ods")).isEqualTo("unsupported-media-type");
    partner.awaitGone("large.csv");
    partner.awaitGone("table.ods");
    assertThat(partner.rejected().resolve("large.csv")).hasSize(250_000);
    assertThat(partner.rejected().resolve("table.ods")).as("may be a document").doesNotExist();
  }

  /** Whatever is no hand-off may be the document itself: the officer is told, and it goes. */
  @Test
  void deletes_and_tells_documents_that_are_dropped_whatever_they_are_called(CapturedOutput output)
      throws Exception {
    List<String> documents =
        List.of(
            "Báo cáo tối mật " + PLANTED + ".pdf",
            "Báo cáo " + PLANTED + ".csv",
            "report.txt",
            "report.docx",
            "report");
    int before = officersAlerts();
    for (String name : documents) {
      partner.drop(name, "TUYỆT MẬT " + PLANTED);
    }
    for (String name : documents) {
      partner.awaitGone(name);
    }
    assertThat(officersAlerts()).isEqualTo(before + documents.size());
    for (String name : documents) {
      assertThat(partner.rejected().resolve(name)).as("deleted").doesNotExist();
    }
    assertThat(code("report.txt")).isEqualTo("unsupported-media-type");
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  private static int officersAlerts() {
    return site.sql(
            "select 1 from dispatch where kind = 'INCIDENT' and starts_with(recipient, 'OFFICER ')")
        .size();
  }

  @Test
  void a_name_that_tells_of_the_document_stands_nowhere_afterwards(CapturedOutput output)
      throws Exception {
    int before = neutral();
    String name = "1234.KH-UBND_" + PLANTED + ".csv";
    partner.drop(name, csv("R-9", 1));
    partner.awaitGone(name);
    assertThat(neutral()).isEqualTo(before + 1);
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  @Test
  void refuses_strange_names_under_neutral_ones_and_touches_no_neighbour(CapturedOutput output)
      throws Exception {
    List<String> neighbours = List.of("kept-1.csv.part", "kept-1.csv.sha256", "k.tmp");
    neighbours.forEach(name -> partner.drop(name, "a neighbour"));
    Files.createDirectory(partner.outbox().resolve("x"));
    site.put("qn-eoffice/outbox/.done/another.json", "another partner's");
    int before = neutral();
    List<String> strange =
        List.of(
            "two " + PLANTED + " words.csv",
            "Số-" + PLANTED + "-mật.json",
            "*",
            "kept-?.csv?part",
            "kept-[12].csv.p*",
            "k.t?p",
            "back\\slash" + PLANTED + ".csv",
            "x\\..\\..\\..\\qn-eoffice\\outbox\\.done\\another.json",
            "it's-" + PLANTED + ".csv",
            "$(" + PLANTED + ").csv",
            PLANTED + "%2e%2e%2fup.csv",
            PLANTED + "x".repeat(81 - PLANTED.length() - 4) + ".csv");
    for (String name : strange) {
      partner.drop(name, csv("STRANGE", 1));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> neutral() == before + strange.size());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(names(partner.outbox())).hasSize(neighbours.size()));
    for (String name : neighbours) {
      assertThat(partner.outbox().resolve(name)).hasContent("a neighbour");
      Files.delete(partner.outbox().resolve(name));
    }
    assertThat(site.partner("qn-eoffice").resolve("outbox/.done/another.json")).exists();
    for (String name : names(partner.rejected())) {
      assertThat(name).matches("[A-Za-z0-9._-]+").doesNotContain(PLANTED);
    }
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'STRANGE'")).isEmpty();
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  @Test
  void answers_once_about_a_name_that_no_client_can_say() throws Exception {
    int before = neutral();
    Path file = Files.writeString(temp.resolve("latin-1"), "x");
    // Only the shell can write bytes that are no UTF-8.
    String quoted = "name$(printf '\\351').csv";
    Process move =
        new ProcessBuilder("/bin/sh", "-c", "mv " + file + " " + partner.outbox() + "/" + quoted)
            .inheritIO()
            .start();
    assertThat(move.waitFor()).isZero();
    await().atMost(Duration.ofSeconds(15)).until(() -> neutral() > before);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(6))
        .until(() -> neutral() == before + 1);
  }

  /** Answers about names that could not be repeated. */
  private static int neutral() throws Exception {
    int count = 0;
    for (String name : names(partner.rejected())) {
      if (name.matches("[0-9]{8}T[0-9]{6}-[0-9]+\\.error\\.json")) {
        Path file = partner.rejected().resolve(name);
        assertThat(new ObjectMapper().readTree(file.toFile()).path("code").asText())
            .isIn("file-name", "content-not-allowed");
        count++;
      }
    }
    return count;
  }

  private static String code(String name) throws Exception {
    JsonNode error = partner.error(name);
    assertThat(error.toString()).doesNotContain(PLANTED);
    return error.path("code").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
