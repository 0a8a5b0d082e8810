package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.Mail.HAI_PHONG;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.Site;

/** Only whom our own mail server vouches for is believed. */
class MailProofIT {
  private static final String PASS =
      "mx.kt1.example; dkim=pass (2048-bit key) header.d=hai-phong.example header.s=s1; spf=fail";
  private static final String ANOTHERS =
      "mx.kt1.example; dkim=pass header.d=elsewhere.example; spf=pass";

  @TempDir static Path temp;

  @Test
  void takes_a_mail_only_with_the_proof_of_our_own_server_on_top() throws Exception {
    Site site = Site.in(temp);
    Mail mail = Mail.of(site, ", sender-proof: DKIM, auth-server: mx.kt1.example");
    Gateway gateway = Gateway.start(site);
    try {
      send(mail, "P-1");
      send(mail, "P-2", ANOTHERS);
      send(mail, "P-3", ANOTHERS, PASS);
      send(mail, "P-4", PASS.replace("mx.kt1.example", "mx.elsewhere.example"));
      send(mail, "P-5", PASS, ANOTHERS);
      mail.await(HAI_PHONG, "[KT1] RECEIPT P-5");
      assertThat(mail.awaitLookedAt()).hasSize(5);
      assertThat(mail.box(HAI_PHONG)).hasSize(1);
      assertThat(site.sql("select hand_off_id from hand_off")).containsExactly("P-5");
    } finally {
      gateway.close();
      mail.close();
      site.close();
    }
  }

  /** The headers stand in the order given, as a server puts its own on top. */
  private static void send(Mail mail, String id, String... results) throws Exception {
    MimeMessage letter = Letters.with(Map.of(id + ".csv", csv(id, 1)));
    for (String result : results) {
      letter.addHeader("Authentication-Results", result);
    }
    mail.send(letter);
  }
}
