package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.mail.Letters;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Trees;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.Site;

/** Does what docs/how-to/add-an-e-office.md says, with the very words that stand there. */
class AddAnEOfficeIT {

  private static final Path HOW_TO = Path.of("docs/how-to/add-an-e-office.md");
  private static final String ID = "cat-hai";
  private static final String ADDRESS = "eoffice@cat-hai.example";
  private static final String CLERK = "van-thu@cat-hai.example";
  private static final DateTimeFormatter AS_IT_WRITES =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String NOW = AS_IT_WRITES.format(Instant.now());

  @TempDir static Path temp;
  private static Site site;
  private static Mail mail;
  private static PartnerTree tree;
  private static Gateway gateway;
  private static Api api;

  @BeforeAll
  static void addTheEOffice() throws Exception {
    site = Site.in(temp);
    mail = Mail.of(site, ", sender-proof: NONE", ADDRESS, CLERK);
    Files.writeString(site.config().resolve("partners/" + ID + ".yaml"), block("yaml"));
    Trees.partner(site.partner(ID));
    tree = new PartnerTree(site, ID);
    gateway = Gateway.start(site);
    api = gateway.api(ID);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    mail.close();
    site.close();
  }

  @Test
  void hands_over_its_own_json_by_rest_sftp_and_mail_and_it_is_one_hand_off() throws Exception {
    String bytes = block("json");
    Api.Answer rest = api.post("/hand-offs", bytes);
    assertThat(rest.status()).as("%s", rest.body()).isEqualTo(201);
    assertThat(each(rest.body(), "service")).containsExactly("KT1_C_EXPRESS", "KT1");
    tree.drop("lan-nua.json", bytes);
    JsonNode dropped = tree.receipt("lan-nua.json");
    mail.send(Letters.with(ADDRESS, "", Map.of("thu.json", bytes)));
    JsonNode mailed = mail.await(ADDRESS, "[KT1] RECEIPT CH-2026-0042").json();
    assertThat(List.of(dropped, mailed)).allSatisfy(one -> assertSame(one, rest.body()));
    assertThat(kept("CH-2026-0042")).containsExactly("2");
  }

  @Test
  void hands_over_its_own_csv_by_sftp_and_mail_and_is_answered_at_its_first_address()
      throws Exception {
    String bytes = block("csv");
    tree.drop("ban-giao.csv", bytes);
    JsonNode dropped = tree.receipt("ban-giao.csv");
    assertThat(each(dropped, "service")).containsExactly("KT1_C_EXPRESS", "KT1");
    mail.send(Letters.with(CLERK, "", Map.of("khac.csv", bytes)));
    assertSame(mail.await(ADDRESS, "[KT1] RECEIPT CH-2026-0043").json(), dropped);
    assertThat(mail.box(CLERK)).isEmpty();
    assertThat(kept("CH-2026-0043")).containsExactly("2");
  }

  @Test
  void content_under_a_name_of_its_own_is_refused_as_from_anybody() throws Exception {
    String filled = block("json").replace("\"trichYeu\": \"\"", "\"trichYeu\": \"V/v\"");
    Api.Answer answer = api.post("/hand-offs", filled.replace("0042", "0044"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("code").asText()).isEqualTo("content-not-allowed");
    assertThat(kept("CH-2026-0044")).containsExactly("0");
  }

  private static void assertSame(JsonNode one, JsonNode other) {
    for (String field : List.of("envelopeId", "shipmentId", "decision")) {
      assertThat(each(one, field)).hasSize(2).isEqualTo(each(other, field));
    }
  }

  private static List<String> each(JsonNode receipt, String field) {
    return StreamSupport.stream(receipt.path("shipments").spliterator(), false)
        .map(shipment -> shipment.path(field).asText())
        .toList();
  }

  private static List<String> kept(String handOff) {
    return site.sql(
        "select count(*) from shipment join hand_off using (hand_off_key) where hand_off_id = '"
            + handOff
            + "'");
  }

  /** The first block of that language in the how-to, its times brought up to now. */
  private static String block(String language) throws Exception {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(HOW_TO));
    assertThat(block.find()).isTrue();
    return block.group(1).replace("22/11/2026 09:00", NOW);
  }
}
