package vn.kt1.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.quality.QualityFormTest.edited;
import static vn.kt1.gateway.quality.QualityFormTest.set;
import static vn.kt1.testing.Mail.HAI_PHONG;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.gateway.mail.Letters;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Mail;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/**
 * A form that comes back by mail to a gateway at work: by the door of hand-offs, but none of them.
 */
class QualityMailIT {

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  @Test
  void is_taken_by_the_door_of_hand_offs_and_answered_by_mail() throws Exception {
    Site site = SHARED.site();
    Mail mail = SHARED.mail();
    mail.send(Letters.with(Map.of("Q-1.csv", HandOffs.csv("Q-1", 1))));
    String shipment =
        mail.await(HAI_PHONG, "[KT1] RECEIPT Q-1").json().at("/shipments/0/shipmentId").asText();
    site.execute(
        "insert into transit (shipment_id, accepted_at, computed_at) values ('%s', now(), now())"
            .formatted(shipment));
    String sender =
        site.sql("select sender_code from shipment where shipment_id = '" + shipment + "'").get(0);
    QualityForm form = new QualityForm(sender, YearMonth.now(VietnamTime.VIETNAM));
    QualityRow row =
        new QualityRow(
            shipment, null, Instant.now(), null, null, null, null, false, false, 0, null, null);

    byte[] filled = edited(form.blank(List.of(row)), sheet -> set(sheet, 1, 4, "x"));
    MimeMessage sent = letter(form.fileName(), filled);
    mail.send(sent);
    Mail.Found receipt =
        mail.await(HAI_PHONG, "[KT1] RECEIPT QUALITY-" + form.month() + "-" + sender);
    assertThat(receipt.file()).isEmpty();
    assertThat(receipt.mail().getHeader("In-Reply-To")).containsExactly(sent.getMessageID());
    assertThat(site.sql("select agreed || ' ' || channel from quality_answer"))
        .containsExactly("true MAIL");
    assertThat(site.sql("select hand_off_id from hand_off")).containsExactly("Q-1");

    mail.send(letter("KT1-QUALITY_H48.16_" + form.month() + ".xlsx", filled));
    Mail.Found refused = mail.await(HAI_PHONG, "[KT1] ERROR");
    assertThat(refused.json().path("code").asText()).isEqualTo("sender-not-yours");
    assertThat(site.sql("select count(*) from quality_answer")).containsExactly("1");
  }

  private static MimeMessage letter(String name, byte[] content) throws Exception {
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content, QualityWorkbook.MEDIA_TYPE)));
    file.setFileName(name);
    MimeMessage letter = Mail.letter(HAI_PHONG);
    letter.setContent(new MimeMultipart(file));
    return letter;
  }
}
