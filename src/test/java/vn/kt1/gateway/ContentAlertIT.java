package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.envelope;
import static vn.kt1.testing.HandOffs.json;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;
import static vn.kt1.testing.Mail.OFFICER;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;
import vn.kt1.testing.Traces;

/**
 * Content refused at any door: the officer and the sender are told, before anything else happens.
 */
@ExtendWith(OutputCaptureExtension.class)
class ContentAlertIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Stands for what is inside an envelope; of this run only. */
  private static final String PLANTED = "planted" + UUID.randomUUID().toString().replace("-", "");

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Mail mail;
  private static PartnerTree partner;
  private static Gateway gateway;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    partner = new PartnerTree(site, "hp-eoffice");
    mail = SHARED.mail();
    api = SHARED.gateway().api("hp-eoffice");
  }

  @AfterEach
  void nothing_was_parked() {
    assertThat(site.sql("select route || ' ' || cause from parking")).isEmpty();
  }

  @Test
  void a_file_is_told_of_and_deleted(CapturedOutput output) throws Exception {
    partner.drop("told.json", content("A-SFTP"));
    String id = partner.error("told.json").path("correlationId").asText();
    partner.awaitGone("told.json");
    assertTold(id, "sftp");
    assertThat(output.getAll()).contains("content was refused: channel sftp, reference " + id);
    new Traces(PLANTED).assertNowhere(site, output.getAll());
  }

  @Test
  void a_call_is_told_of() throws Exception {
    Api.Answer answer = api.post("/hand-offs", content("A-REST"));
    assertThat(answer.status()).isEqualTo(422);
    String id = answer.body().path("correlationId").asText();
    assertTold(id, "rest");
    Api.Answer again = api.post("/hand-offs", content("A-REST"));
    assertThat(again.body().path("correlationId").asText()).isNotEqualTo(id);
    assertTold(again.body().path("correlationId").asText(), "rest");
  }

  @Test
  void a_mail_is_told_of_and_deleted() throws Exception {
    assertTold(mailed("A-MAIL.json"), "mail");
  }

  @Test
  void other_refusals_alarm_nobody() throws Exception {
    Api.Answer answer = api.post("/hand-offs", "{}");
    assertThat(answer.status()).isEqualTo(422);
    partner.drop("malformed.json", "{");
    partner.error("malformed.json");
    List<String> ids =
        List.of(
            answer.body().path("correlationId").asText(),
            partner.error("malformed.json").path("correlationId").asText());
    assertThat(
            site.sql(
                "select 1 from dispatch where reference in ('" + String.join("','", ids) + "')"))
        .isEmpty();
  }

  /** The row of evidence is written, and the database goes before the alert is owed. */
  @Test
  void a_file_stays_while_its_alert_cannot_be_owed(CapturedOutput output) throws Exception {
    noNoticeCanBeOwed();
    partner.drop("later.json", content("A-LATER"));
    await()
        .during(Duration.ofSeconds(4))
        .atMost(PATIENCE)
        .until(() -> Files.exists(partner.outbox().resolve("later.json")));
    assertThat(partner.rejected().resolve("later.json.error.json")).doesNotExist();
    noticesCanBeOwed();
    String id = partner.error("later.json").path("correlationId").asText();
    partner.awaitGone("later.json");
    assertTold(id, "sftp");
    assertThat(output.getAll()).doesNotContain("previously thrown exception", PLANTED);
  }

  /** As after a kill between the commit and the answer. */
  @Test
  void a_file_that_is_read_again_and_again_owes_one_alert(CapturedOutput output) throws Exception {
    Path aside = site.folder().resolve("rejected-aside");
    Files.move(partner.rejected(), aside);
    Files.writeString(partner.rejected(), "a file where a folder should be");
    partner.drop("again.json", content("A-AGAIN"));
    String told = "content was refused: channel sftp";
    await().atMost(PATIENCE).until(() -> output.getAll().split(told, -1).length > 3);
    assertThat(partner.outbox().resolve("again.json")).exists();
    Files.delete(partner.rejected());
    Files.move(aside, partner.rejected());
    assertTold(partner.error("again.json").path("correlationId").asText(), "sftp");
  }

  @Test
  void a_call_is_answered_not_now_while_its_alert_cannot_be_owed() throws Exception {
    noNoticeCanBeOwed();
    Api.Answer away = api.post("/hand-offs", content("A-AWAY"));
    assertThat(away.status()).isEqualTo(503);
    noticesCanBeOwed();
    Api.Answer refused = api.post("/hand-offs", content("A-AWAY"));
    assertThat(refused.status()).isEqualTo(422);
    assertTold(refused.body().path("correlationId").asText(), "rest");
  }

  @Test
  void a_mail_stays_unseen_while_its_alert_cannot_be_owed() throws Exception {
    noNoticeCanBeOwed();
    List<Mail.Found> before = mail.box(HAI_PHONG, "[KT1] ERROR");
    send("A-UNSEEN.json");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> mail.box(HAND_OFF).stream().anyMatch(found -> !found.seen()));
    noticesCanBeOwed();
    assertTold(answered(before.size()), "mail");
  }

  @Test
  void a_file_waits_for_a_database_that_was_stopped_and_owes_one_alert() throws Exception {
    site.stopDatabase();
    partner.drop("stopped.json", content("A-STOPPED"));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> Files.exists(partner.outbox().resolve("stopped.json")));
    site.startDatabase();
    String id = partner.error("stopped.json").path("correlationId").asText();
    partner.awaitGone("stopped.json");
    assertTold(id, "sftp");
  }

  private static void noNoticeCanBeOwed() {
    site.execute(
        """
        create function away() returns trigger language plpgsql as
          'begin raise exception ''away'' using errcode = ''53100''; end';
        create trigger away before insert on dispatch for each row execute function away();
        """);
  }

  private static void noticesCanBeOwed() {
    site.execute("drop trigger away on dispatch; drop function away()");
  }

  /** One mail to the officer, one to the sender, one row of evidence each way. */
  private static void assertTold(String id, String channel) throws Exception {
    for (String address : List.of(OFFICER, HAI_PHONG)) {
      Mail.Found alert = mail.await(address, "[KT1] INCIDENT " + id);
      assertThat(mail.box(address, alert.subject())).hasSize(1);
      assertThat(alert.text())
          .contains("hp-eoffice", channel, "+07:00", "/envelopes/0/subject", id)
          .doesNotContain(PLANTED, ".json", "CONFIDENTIAL", "SECRET");
      assertThat(alert.file()).isEmpty();
    }
    assertThat(
            site.sql(
                "select detail from evidence where act = 'alert-owed' and subject = '" + id + "'"))
        .containsExactly("{\"notices\":2,\"source\":\"hp-eoffice\"}");
  }

  private static String mailed(String name) throws Exception {
    List<Mail.Found> before = mail.box(HAI_PHONG, "[KT1] ERROR");
    send(name);
    return answered(before.size());
  }

  private static void send(String name) throws Exception {
    MimeMessage letter = Mail.letter(HAI_PHONG);
    var file = new jakarta.mail.internet.MimeBodyPart();
    file.setText(content("A-" + name));
    file.setFileName(name);
    letter.setContent(new jakarta.mail.internet.MimeMultipart(file));
    mail.send(letter);
  }

  /** The id in the error that came back, once the mail has gone from the box. */
  private static String answered(int before) {
    await().atMost(PATIENCE).until(() -> mail.box(HAI_PHONG, "[KT1] ERROR").size() > before);
    await().atMost(PATIENCE).until(() -> mail.box(HAND_OFF).isEmpty());
    return mail.box(HAI_PHONG, "[KT1] ERROR").get(before).json().path("correlationId").asText();
  }

  private static String content(String id) {
    return json(id, envelope(id + "-1", "\"SECRET\"", ",\"subject\":\"" + PLANTED + "\""));
  }
}
