package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.gateway.mail.MailServer.Security;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** One mail that cannot be read, or a step that rests, holds up no other mail for ever. */
class MailPoisonIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Announces parts and has none: the server hangs up when it is asked how it is built. */
  private static final String BROKEN =
      "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\nno such boundary\r\n";

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Mail mail;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    mail = SHARED.mail();
    gateway = SHARED.gateway();
  }

  @Test
  void a_strangers_broken_mail_costs_nobody_the_line() throws Exception {
    mail.send(raw("stranger@elsewhere.example", BROKEN));
    mail.send(Letters.with(Map.of("P-1.csv", csv("P-1", 1))));
    mail.await(HAI_PHONG, "[KT1] RECEIPT P-1");
    assertThat(site.sql("select 1 from parking where resolved_at is null")).isEmpty();
  }

  @Test
  void a_partners_mail_over_which_the_line_is_lost_again_and_again_is_put_aside() throws Exception {
    mail.send(raw(HAI_PHONG, BROKEN));
    mail.send(Letters.with(Map.of("P-2.csv", csv("P-2", 1))));
    mail.await(HAI_PHONG, "[KT1] RECEIPT P-2");
    assertThat(site.sql("select cause from parking where route = 'hand-off-by-mail'"))
        .containsExactly("mail-breaks");
    site.execute("update parking set resolved_at = since");
  }

  @Test
  void a_mail_waits_unseen_while_a_step_rests() throws Exception {
    CamelContext camel = gateway.bean(CamelContext.class);
    camel.getRouteController().suspendRoute("register");
    mail.send(Letters.with(Map.of("P-3.csv", csv("P-3", 1))));
    await()
        .dontCatchUncaughtExceptions()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> mail.unseen() > 0);
    camel.getRouteController().resumeRoute("register");
    mail.await(HAI_PHONG, "[KT1] RECEIPT P-3");
    assertThat(site.sql("select 1 from parking where resolved_at is null")).isEmpty();
  }

  @Test
  void a_box_that_cannot_be_opened_is_no_empty_one() {
    int port = mail.server().imapPort();
    assertThatThrownBy(() -> box(port, "NOWHERE").open()).isInstanceOf(Unavailable.class);
    box(port, "INBOX").open();
  }

  private static MailBoxes box(int port, String folder) {
    return new MailBoxes(
        new MailServer("127.0.0.1", port, Security.NONE, HAND_OFF, Mail.PASSWORD, folder));
  }

  private static MimeMessage raw(String from, String rest) throws MessagingException {
    String text =
        "From: %s\r\nTo: %s\r\nSubject: x\r\nMIME-Version: 1.0\r\n%s"
            .formatted(from, HAND_OFF, rest);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))) {
      @Override
      public void saveChanges() {
        // As it stands: what is broken stays broken.
      }
    };
  }
}
