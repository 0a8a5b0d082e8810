package vn.kt1.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.Signer;
import vn.kt1.testing.Site;

/**
 * Whom our own mail server vouches for is believed, and who has signed, in the bytes that lie
 * there: Quảng Ngãi's mails are never signed, Hải Phòng's never vouched for.
 */
@ExtendWith(OutputCaptureExtension.class)
class MailProofIT {
  private static final String QUANG_NGAI = "qn-eoffice@quang-ngai.example";
  private static final String STRANGER = "stranger@elsewhere.example";
  private static final String PASS =
      "mx.kt1.example; dkim=pass (2048-bit key) header.d=quang-ngai.example header.s=s1; spf=fail";
  private static final String ANOTHERS =
      "mx.kt1.example; dkim=pass header.d=elsewhere.example; spf=pass";
  private static final String FILTER =
      "mx.kt1.example; dmarc=pass (p=none dis=none) header.from=quang-ngai.example";
  private static final Signer SIGNER = Signer.valid();

  @TempDir static Path temp;
  private static Site site;
  private static Mail mail;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    Files.writeString(site.config().resolve("hp-eoffice.pem"), SIGNER.pem());
    Files.writeString(
        site.config().resolve("partners/hp-eoffice.yaml"),
        "  certificate: hp-eoffice.pem\n",
        StandardOpenOption.APPEND);
    mail = Mail.of(site, ", sender-proof: DKIM, auth-server: mx.kt1.example", QUANG_NGAI);
    gateway = Gateway.start(site);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    mail.close();
    site.close();
  }

  @Test
  void takes_a_mail_only_with_the_proof_of_our_own_server_on_top(CapturedOutput output)
      throws Exception {
    int before = mail.count(Mail.HAND_OFF);
    send("P-1");
    send("P-2", ANOTHERS);
    send("P-3", ANOTHERS, PASS);
    send("P-4", PASS.replace("mx.kt1.example", "mx.elsewhere.example"));
    send("P-5", PASS, ANOTHERS);
    send("P-6", FILTER, PASS.replace("header.d=", "header.i=@"), ANOTHERS);
    mail.await(QUANG_NGAI, "[KT1] RECEIPT P-5");
    mail.await(QUANG_NGAI, "[KT1] RECEIPT P-6");
    assertThat(mail.awaitLookedAt()).hasSize(before + 6);
    assertThat(mail.count(QUANG_NGAI, "[KT1] RECEIPT")).isEqualTo(2);
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id like 'P-%' order by 1"))
        .containsExactly("P-5", "P-6");
    assertThat(output.getAll().split("must act: mail-unproven reference MAIL-qn-eoffice-", -1))
        .as("told once of four")
        .hasSize(2);
  }

  /** Nothing in them tells that a machine wrote them. */
  @Test
  void a_robot_gets_three_answers_an_hour(CapturedOutput output) throws Exception {
    for (int i = 0; i < 5; i++) {
      MimeMessage letter = Letters.with(QUANG_NGAI, "your mail was received", Map.of());
      letter.addHeader("Authentication-Results", PASS);
      mail.send(letter);
    }
    send("R-1", PASS);
    mail.await(QUANG_NGAI, "[KT1] RECEIPT R-1");
    mail.awaitLookedAt();
    assertThat(mail.count(QUANG_NGAI, "[KT1] ERROR")).isEqualTo(3);
    assertThat(mail.box(QUANG_NGAI, "[KT1] ERROR").get(2).text()).contains("mail number 3");
    assertThat(output.getAll().split("must act: mail-unanswered reference MAIL-qn-eoffice", -1))
        .as("told once of two")
        .hasSize(2);
  }

  /** The headers stand in the order given, as a server puts its own on top. */
  private static void send(String id, String... results) throws Exception {
    String file = csv(id, 1).replace("H24.16", "H48.16");
    MimeMessage letter = Letters.with(QUANG_NGAI, "x", Map.of(id + ".csv", file));
    for (String result : results) {
      letter.addHeader("Authentication-Results", result);
    }
    mail.send(letter);
  }

  @Test
  void takes_a_mail_with_a_signature_over_the_file(CapturedOutput output) throws Exception {
    int before = mail.count(Mail.HAND_OFF);
    String part = SignedLetters.part("S-1.csv", csv("S-1", 1));
    String other = SignedLetters.part("S-2.csv", csv("S-2", 1));
    byte[] signature = SIGNER.sign(part.getBytes(ISO_8859_1), true);
    mail.send(Letters.with(Map.of("S-2.csv", csv("S-2", 1))));
    mail.send(SignedLetters.detached(HAI_PHONG, other, signature));
    mail.send(SignedLetters.detached(HAI_PHONG, other, Signer.valid()));
    mail.send(SignedLetters.wrapped(HAI_PHONG, SignedLetters.detached(part, signature), other));
    mail.send(SignedLetters.detached(STRANGER, part, signature));
    mail.send(SignedLetters.detached(HAI_PHONG, part, signature));
    String third = SignedLetters.part("S-3.csv", csv("S-3", 1));
    mail.send(SignedLetters.opaque(HAI_PHONG, SIGNER.sign(third.getBytes(ISO_8859_1), false)));
    String document = SignedLetters.part("S-4.pdf", "%PDF-1.7");
    mail.send(SignedLetters.detached(HAI_PHONG, document, SIGNER));
    mail.await(HAI_PHONG, "[KT1] RECEIPT S-1");
    mail.await(HAI_PHONG, "[KT1] RECEIPT S-3");
    Mail.Found error = mail.await(HAI_PHONG, "[KT1] ERROR");
    assertThat(error.json().path("code").asText()).isEqualTo("content-not-allowed");
    assertThat(mail.awaitLookedAt()).as("but the refused one").hasSize(before + 7);
    mail.await(HAI_PHONG, "[KT1] INCIDENT");
    assertThat(mail.count(HAI_PHONG)).isEqualTo(4);
    assertThat(mail.count(STRANGER)).isZero();
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id like 'S-%' order by 1"))
        .containsExactly("S-1", "S-3");
    assertThat(site.sql("select 1 from parking")).isEmpty();
    assertThat(output.getAll())
        .contains("not believed: TAMPERED", "not believed: OTHER_CERTIFICATE")
        .containsPattern("is left unread; [0-9]+ since the start")
        .doesNotContain(HAI_PHONG, "smime.p7s", "S-2");
    assertThat(output.getAll().split("a mail of a stranger is left unread", -1))
        .as("told five times")
        .hasSize(6);
  }
}
