package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
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

  @Test
  void needs_exactly_one_file() throws Exception {
    assertThat(refusal(Map.of())).isEqualTo("missing-field");
    assertThat(refusal(Map.of("a.csv", csv("N-1", 1), "b.csv", csv("N-2", 1))))
        .isEqualTo("too-many");
    assertThat(site.sql("select 1 from hand_off where hand_off_id in ('N-1', 'N-2')")).isEmpty();
  }

  @Test
  void takes_no_document_no_strange_name_and_no_kind_it_cannot_read() throws Exception {
    assertThat(refusal(Map.of("letter.pdf", "%PDF-1.7 " + PLANTED)))
        .isEqualTo("content-not-allowed");
    assertThat(refusal(Map.of("Tờ trình mật.csv", csv("N-3", 1)))).isEqualTo("file-name");
    assertThat(refusal(Map.of("..", csv("N-3", 1)))).isEqualTo("unsupported-media-type");
    assertThat(refusal(Map.of("a/b.csv", csv("N-3", 1)))).isEqualTo("file-name");
    assertThat(refusal(Map.of("forwarded.eml", "From: x"))).isEqualTo("unsupported-media-type");
  }

  @Test
  void looks_into_no_mail_of_thirty_megabytes() throws Exception {
    assertThat(refusal(Map.of("large.csv", "x".repeat(30 << 20)))).isEqualTo("too-large");
    assertThat(refusal(Map.of("larger-than-allowed.csv", "x".repeat(210 << 10))))
        .isEqualTo("too-large");
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
    await().atMost(Duration.ofSeconds(10)).until(() -> mail.box(HAND_OFF).isEmpty());
  }

  private static String refusal(Map<String, String> files) throws Exception {
    return refusal(Letters.with(files));
  }

  /** Sends it, and tells the code it was refused with, once it has gone from the box. */
  private static String refusal(MimeMessage letter) throws Exception {
    List<Mail.Found> before = mail.box(HAI_PHONG, "[KT1] ERROR");
    mail.send(letter);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mail.box(HAI_PHONG, "[KT1] ERROR").size() == before.size() + 1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> mail.box(HAND_OFF).stream().allMatch(Mail.Found::seen));
    assertThat(mail.box(HAND_OFF)).as("deleted").isEmpty();
    Mail.Found error = mail.box(HAI_PHONG, "[KT1] ERROR").get(before.size());
    JsonNode problem = error.json();
    assertThat(error.file()).isEqualTo("error.json");
    assertThat(error.subject()).isEqualTo("[KT1] ERROR " + problem.path("correlationId").asText());
    assertThat(error.text() + problem).doesNotContain(PLANTED);
    return problem.path("code").asText();
  }
}
