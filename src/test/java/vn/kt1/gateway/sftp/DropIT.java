package vn.kt1.gateway.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.HandOffs.json;
import static vn.kt1.testing.HandOffs.sha256Line;
import static vn.kt1.testing.Site.names;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Whole, half and doubled files in a partner's drop, on the OpenSSH server. */
class DropIT {
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static PartnerTree haiPhong;
  private static PartnerTree strict;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    haiPhong = new PartnerTree(site, "hp-eoffice");
    strict = new PartnerTree(site, "strict");
  }

  @Test
  void answers_a_csv_and_a_json_file_with_receipts() throws Exception {
    haiPhong.drop("D-CSV.csv", csv("", 2).replace(",-", ",D-CSV-"));
    haiPhong.drop("two.json", json("D-JSON", 1));
    JsonNode csv = haiPhong.receipt("D-CSV.csv");
    assertThat(csv.path("handOffId").asText()).as("the stem").isEqualTo("D-CSV");
    assertThat(csv.path("shipments")).hasSize(2);
    assertThat(haiPhong.receipt("two.json").path("handOffId").asText()).isEqualTo("D-JSON");
    haiPhong.awaitDone("D-CSV.csv");
    haiPhong.awaitDone("two.json");
    assertThat(
            site.sql(
                "select hand_off_id from hand_off where hand_off_id in ('D-CSV', 'D-JSON') order by"
                    + " 1"))
        .containsExactly("D-CSV", "D-JSON");
  }

  /** edXML tells no time of hand-off: that it came later does not make it another one. */
  @Test
  void answers_the_same_edxml_file_with_the_first_receipt() throws Exception {
    String edXml =
        """
        <edXML><MessageHeader><From><OrganId>000.00.16.H24</OrganId></From>
        <To><OrganId>000.00.31.H24</OrganId></To></MessageHeader></edXML>
        """;
    haiPhong.drop("D-EDXML.edxml", edXml);
    JsonNode first = haiPhong.receipt("D-EDXML.edxml");
    haiPhong.awaitDone("D-EDXML.edxml");
    Files.delete(haiPhong.receipts().resolve("D-EDXML.edxml.receipt.json"));
    haiPhong.drop("D-EDXML.edxml", edXml);
    assertThat(haiPhong.receipt("D-EDXML.edxml")).isEqualTo(first);
    haiPhong.awaitGone("D-EDXML.edxml");
    assertThat(first.path("shipments")).hasSize(1);
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id = 'D-EDXML'"))
        .hasSize(1);
  }

  /** A hundred thousand rows: LargeFilesIT. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void a_file_of_more_rows_than_a_call_may_have_is_one_hand_off(String ending) throws Exception {
    String id = "D-MANY-" + ending;
    byte[] content =
        ending.equals("csv") ? csv(id, 1_000).getBytes(UTF_8) : HandOffs.xlsx(id, 1_000);
    haiPhong.drop(id + "." + ending, content);
    assertThat(haiPhong.receipt(id + "." + ending).path("shipments")).hasSize(1_000);
    haiPhong.awaitDone(id + "." + ending);
    haiPhong.drop("again-" + id + "." + ending, content);
    assertThat(haiPhong.receipt("again-" + id + "." + ending))
        .isEqualTo(haiPhong.receipt(id + "." + ending));
    assertThat(site.sql("select count(*) from shipment where envelope_id like '" + id + "-%'"))
        .containsExactly("1000");
  }

  @Test
  void leaves_unfinished_and_hidden_files_alone() {
    for (String name : new String[] {"a.csv.part", "b.json.tmp", ".c.csv", "..d.csv"}) {
      haiPhong.drop(name, csv("LEFT", 1));
    }
    haiPhong.drop("after-them.csv", csv("AFTER", 1));
    haiPhong.awaitDone("after-them.csv");
    assertThat(names(haiPhong.outbox())).contains("a.csv.part", "b.json.tmp");
    assertThat(haiPhong.outbox().resolve(".c.csv")).exists();
    assertThat(haiPhong.outbox().resolve("..d.csv")).exists();
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'LEFT'")).isEmpty();
  }

  /** A link could lead into another partner's tree. */
  @Test
  void leaves_a_link_alone() throws Exception {
    Path elsewhere = strict.outbox().resolve("theirs.csv.part");
    Files.writeString(elsewhere, csv("LINKED", 1));
    Files.createSymbolicLink(haiPhong.outbox().resolve("linked.csv"), elsewhere);
    haiPhong.drop("beside.csv", csv("BESIDE", 1));
    haiPhong.awaitDone("beside.csv");
    assertThat(names(haiPhong.outbox())).contains("linked.csv");
    assertThat(haiPhong.receipts().resolve("linked.csv.receipt.json")).doesNotExist();
    Files.delete(haiPhong.outbox().resolve("linked.csv"));
    Files.delete(elsewhere);
  }

  @Test
  void reads_the_other_forms_of_a_checksum_line() throws Exception {
    String content = csv("STAR", 1);
    haiPhong.drop(
        "star.csv.sha256",
        sha256Line("star.csv", content).toUpperCase(java.util.Locale.ROOT).replace("  ", " *"));
    haiPhong.drop("star.csv", content);
    assertThat(haiPhong.receipt("star.csv").path("handOffId").asText()).isEqualTo("STAR");
  }

  @Test
  void refuses_a_file_that_is_not_what_its_checksum_says() throws Exception {
    haiPhong.drop("wrong.csv.sha256", sha256Line("wrong.csv", "another content"));
    haiPhong.drop("wrong.csv", csv("WRONG", 1));
    assertThat(haiPhong.error("wrong.csv").path("code").asText()).isEqualTo("checksum");
    haiPhong.awaitGone("wrong.csv");
    haiPhong.awaitGone("wrong.csv.sha256");
    assertThat(haiPhong.rejected().resolve("wrong.csv")).exists();
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'WRONG'")).isEmpty();
  }

  @Test
  void gives_the_same_receipt_again_and_a_conflict_for_another_content() throws Exception {
    String content = csv("AGAIN", 1);
    haiPhong.drop("again.csv", content);
    JsonNode first = haiPhong.receipt("again.csv");
    haiPhong.awaitDone("again.csv");
    Files.delete(haiPhong.receipts().resolve("again.csv.receipt.json"));
    haiPhong.drop("again.csv", content);
    assertThat(haiPhong.receipt("again.csv")).isEqualTo(first);
    haiPhong.drop("again-2.csv", content);
    assertThat(haiPhong.receipt("again-2.csv")).as("under another name").isEqualTo(first);
    haiPhong.drop("again-3.csv", content.replace(",80,", ",81,"));
    assertThat(haiPhong.error("again-3.csv").path("code").asText()).isEqualTo("hand-off-conflict");
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'AGAIN'")).hasSize(1);
  }

  @Test
  void waits_for_the_checksum_where_the_partner_promised_one() throws Exception {
    String content = csv("QN-WAIT", 1).replace("H24.16", "H48.16");
    strict.drop("wait.csv", content);
    strict.drop("never.csv", content);
    await().during(Duration.ofSeconds(3)).until(() -> names(strict.outbox()).contains("wait.csv"));
    strict.drop("wait.csv.sha256", sha256Line("wait.csv", content));
    strict.awaitDone("wait.csv");
    assertThat(strict.error("never.csv").path("code").asText()).isEqualTo("checksum");
    strict.awaitGone("never.csv");
    assertThat(strict.rejected().resolve("never.csv")).exists();
  }
}
