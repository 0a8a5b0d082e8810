package vn.kt1.gateway.notice;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Tells a sender that an envelope has arrived, where it wants to be told by mail. */
@Component
public class DeliveryNotices {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final Directory directory;

  DeliveryNotices(Directory directory) {
    this.directory = directory;
  }

  /**
   * One notice a delivery: one that was withdrawn is followed by another. Null when nobody wants
   * one.
   */
  public @Nullable Notice compose(Delivered delivered) {
    return directory.partner(delivered.partner()).map(Partner::mail).stream()
        .filter(Partner.Mail::deliveryNotices)
        .findFirst()
        .map(mail -> notice(delivered))
        .orElse(null);
  }

  private static Notice notice(Delivered delivered) {
    String itemCode = delivered.itemCode();
    return new Notice(
        Notice.Kind.DELIVERED,
        delivered.shipmentId() + " " + delivered.at().getEpochSecond(),
        delivered.shipmentId(),
        Notice.Recipient.partner(delivered.partner()),
        MailWords.of(
            Text.of(
                "mail.delivered",
                delivered.handOffId(),
                delivered.envelopeId(),
                delivered.shipmentId(),
                itemCode == null ? "-" : itemCode,
                TIME.format(delivered.at().atOffset(VietnamTime.OFFSET)))),
        null);
  }
}
