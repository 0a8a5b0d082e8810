package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.testing.Mail;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;
import vn.kt1.testing.Traces;

/** Mails that must not come in: answered, deleted, and nothing of them stays. */
@ExtendWith(OutputCaptureExtension.class)
class MailRefusalIT {
  private static final String PLANTED = "planted" + UUID.randomUUID().toString().replace("-", "");

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Mail mail;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    mail = SHARED.mail();
  }

  /** What else is refused, and for what: MailFileTest and BadMailTest. */
  @Test
  void looks_into_no_mail_beyond_the_limit() throws Exception {
    assertThat(refusal(Map.of("large.csv", "x".repeat(400 << 10)))).isEqualTo("too-large");
  }

  @Test
  @Tag("nightly")
  void looks_into_no_mail_of_thirty_megabytes() throws Exception {
    assertThat(refusal(Map.of("large.csv", "x".repeat(30 << 20)))).isEqualTo("too-large");
  }

  @Test
  void tells_in_its_text_what_to_mend_and_which_mail_it_answers() throws Exception {
    MimeMessage letter = Letters.with(Map.of("N-6.csv", csv("N-6", 2).replace("H24.31", "?")));
    assertThat(refusal(letter)).isEqualTo("bad-value");
    Mail.Found error =
        mail.box(HAI_PHONG, "[KT1] ERROR").get(mail.count(HAI_PHONG, "[KT1] ERROR") - 1);
    assertThat(error.text()).contains("N-6.csv");
    error
        .json()
        .path("errors")
        .forEach(
            fault ->
                assertThat(error.text())
                    .contains(fault.path("pointer").asText(), fault.path("detail").asText()));
    assertThat(error.mail().getHeader("In-Reply-To")).containsExactly(letter.getMessageID());
    assertThat(error.mail().getHeader("References")).containsExactly(letter.getMessageID());
  }

  @Test
  void nothing_of_a_refused_mail_stays(CapturedOutput output) throws Exception {
    MimeMessage letter =
        Letters.with(
            HAI_PHONG,
            "text " + PLANTED,
            Map.of(
                "N-4.csv",
                csv("N-4", 1)
                    .replace("network\n", "network,trich_yeu\n")
                    .replace(",true,,", ",true,,," + PLANTED)));
    letter.setSubject("subject " + PLANTED);
    letter.setHeader("X-Planted", PLANTED);
    assertThat(refusal(letter)).isEqualTo("content-not-allowed");
    assertThat(refusal(Map.of(PLANTED + ".bin", PLANTED))).isEqualTo("unsupported-media-type");
    new Traces(PLANTED).assertNowhere(site, output.getAll());
    assertThat(output.getAll()).doesNotContain(HAI_PHONG, "at vn.kt1");
  }

  @Test
  void a_taken_mail_leaves_no_trace_of_its_words_but_in_its_box(CapturedOutput output)
      throws Exception {
    MimeMessage letter = Letters.with(HAI_PHONG, PLANTED, Map.of("N-5.csv", csv("N-5", 1)));
    letter.setSubject(PLANTED);
    mail.send(letter);
    Mail.Found receipt = mail.await(HAI_PHONG, "[KT1] RECEIPT N-5");
    assertThat(receipt.text() + receipt.json()).doesNotContain(PLANTED);
    mail.awaitLookedAt();
    Traces traces = new Traces(PLANTED);
    assertThat(output.getAll()).doesNotContain(PLANTED);
    assertThat(traces.holders(site.postgres())).isEmpty();
    assertThat(traces.holders(site.folder()))
        .allMatch(file -> file.startsWith(site.folder().resolve("mail").resolve(HAND_OFF)));
    mail.flagAll(jakarta.mail.Flags.Flag.DELETED, true);
    await().atMost(Duration.ofSeconds(10)).until(() -> mail.count(HAND_OFF) == 0);
  }

  private static String refusal(Map<String, String> files) throws Exception {
    return refusal(Letters.with(files));
  }

  /** Sends it, and tells the code it was refused with, once it has gone from the box. */
  private static String refusal(MimeMessage letter) throws Exception {
    int before = mail.count(HAI_PHONG, "[KT1] ERROR");
    mail.send(letter);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mail.count(HAI_PHONG, "[KT1] ERROR") == before + 1);
    await().atMost(Duration.ofSeconds(10)).until(() -> mail.unseen() == 0);
    assertThat(mail.count(HAND_OFF)).as("deleted").isZero();
    Mail.Found error = mail.box(HAI_PHONG, "[KT1] ERROR").get(before);
    JsonNode problem = error.json();
    assertThat(error.file()).isEqualTo("error.json");
    assertThat(error.subject()).isEqualTo("[KT1] ERROR " + problem.path("correlationId").asText());
    assertThat(error.text() + problem).doesNotContain(PLANTED);
    return problem.path("code").asText();
  }
}
