package vn.kt1.gateway.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.Signer;
import vn.kt1.testing.Site;

/** Where a mail server vouches for nobody, signed mails are taken, in the bytes that lie there. */
@ExtendWith(OutputCaptureExtension.class)
class MailSignatureIT {
  private static final Signer SIGNER = Signer.valid();

  @TempDir static Path temp;

  @Test
  void takes_a_mail_with_a_signature_over_the_file(CapturedOutput output) throws Exception {
    Site site = Site.in(temp);
    certify(site);
    Mail mail = Mail.of(site, ", sender-proof: DKIM");
    Gateway gateway = Gateway.start(site);
    try {
      String part = SignedLetters.part("S-1.csv", csv("S-1", 1));
      String other = SignedLetters.part("S-2.csv", csv("S-2", 1));
      byte[] signature = SIGNER.sign(part.getBytes(ISO_8859_1), true);
      mail.send(Letters.with(java.util.Map.of("S-2.csv", csv("S-2", 1))));
      mail.send(SignedLetters.detached(HAI_PHONG, other, signature));
      mail.send(SignedLetters.detached(HAI_PHONG, other, Signer.valid()));
      mail.send(SignedLetters.wrapped(HAI_PHONG, SignedLetters.detached(part, signature), other));
      mail.send(SignedLetters.detached("stranger@elsewhere.example", part, signature));
      mail.send(SignedLetters.detached(HAI_PHONG, part, signature));
      String third = SignedLetters.part("S-3.csv", csv("S-3", 1));
      mail.send(SignedLetters.opaque(HAI_PHONG, SIGNER.sign(third.getBytes(ISO_8859_1), false)));
      String document = SignedLetters.part("S-4.pdf", "%PDF-1.7");
      mail.send(SignedLetters.detached(HAI_PHONG, document, SIGNER));
      mail.await(HAI_PHONG, "[KT1] RECEIPT S-1");
      mail.await(HAI_PHONG, "[KT1] RECEIPT S-3");
      Mail.Found error = mail.await(HAI_PHONG, "[KT1] ERROR");
      assertThat(error.json().path("code").asText()).isEqualTo("content-not-allowed");
      assertThat(mail.awaitLookedAt()).as("but the refused one").hasSize(7);
      mail.await(HAI_PHONG, "[KT1] INCIDENT");
      assertThat(mail.box(HAI_PHONG)).hasSize(4);
      assertThat(mail.box("stranger@elsewhere.example")).isEmpty();
      assertThat(site.sql("select hand_off_id from hand_off order by 1"))
          .containsExactly("S-1", "S-3");
      assertThat(site.sql("select 1 from parking")).isEmpty();
      assertThat(output.getAll())
          .contains("not believed: TAMPERED", "not believed: OTHER_CERTIFICATE")
          .contains("5 since the start")
          .doesNotContain(HAI_PHONG, "smime.p7s", "S-2");
    } finally {
      gateway.close();
      mail.close();
      site.close();
    }
  }

  /** Of the two partners with mail each has a certificate, so no mail server needs a name. */
  private static void certify(Site site) throws Exception {
    certify(site, "hp-eoffice", SIGNER);
    certify(site, "qn-eoffice", Signer.valid());
  }

  private static void certify(Site site, String partner, Signer signer) throws Exception {
    Files.writeString(site.config().resolve(partner + ".pem"), signer.pem());
    Files.writeString(
        site.config().resolve("partners").resolve(partner + ".yaml"),
        "  certificate: " + partner + ".pem\n",
        StandardOpenOption.APPEND);
  }
}
