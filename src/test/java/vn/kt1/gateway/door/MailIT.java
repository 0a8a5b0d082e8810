package vn.kt1.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.Site;

/** Hand-offs by mail and what comes back, over real SMTP and IMAP. */
class MailIT {
  @TempDir static Path temp;
  private static Site site;
  private static Mail mail;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    mail = Mail.of(site, ", sender-proof: NONE");
    gateway = Gateway.start(site);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    mail.close();
    site.close();
  }

  @Test
  void answers_a_mailed_file_with_a_receipt_and_flags_it_seen() throws Exception {
    mail.send(with("M-1.csv", csv("", 2).replace(",-", ",M-1-")));
    Mail.Found receipt = mail.await(HAI_PHONG, "[KT1] RECEIPT M-1");
    assertThat(receipt.file()).isEqualTo("receipt.json");
    assertThat(receipt.json().path("shipments")).hasSize(2);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> mail.box(HAND_OFF).stream().allMatch(Mail.Found::seen));
  }

  static MimeMessage with(String name, String content) throws Exception {
    MimeBodyPart text = new MimeBodyPart();
    text.setText("a text nobody reads", "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content.getBytes(UTF_8), "text/csv")));
    file.setFileName(name);
    MimeMessage letter = Mail.letter(HAI_PHONG);
    letter.setContent(new MimeMultipart(text, file));
    return letter;
  }
}
