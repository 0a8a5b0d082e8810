package vn.kt1.gateway.notice;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Notice;
import vn.kt1.gateway.shipment.PostTrouble;
import vn.kt1.gateway.shipment.PostTrouble.Kind;
import vn.kt1.gateway.shipment.PostTrouble.Ordered;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;

/**
 * Puts into words what the post's answers make of an order. SECURITY: by ids; the post's own words
 * may say anything, so they are read on the gateway and never mailed.
 */
@Component
public class PostTroubleNotices {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneOffset.ofHours(7));

  private final Directory directory;

  PostTroubleNotices(Directory directory) {
    this.directory = directory;
  }

  /** What the sender must mend, where it has a mailbox; else null. */
  public @Nullable Notice tellSender(PostTrouble told) {
    Ordered ordered = told.ordered();
    if (told.kind() != Kind.REFUSED || ordered == null) {
      return null;
    }
    return directory
        .partner(ordered.partner())
        .filter(partner -> partner.mail() != null)
        .map(partner -> notice(ordered))
        .orElse(null);
  }

  private static Notice notice(Ordered ordered) {
    return new Notice(
        Notice.Kind.ERROR,
        "ORDER-REFUSED " + ordered.shipmentId(),
        ordered.shipmentId(),
        Notice.Recipient.partner(ordered.partner()),
        Words.of(
            Text.of(
                "mail.order-refused",
                ordered.handOffId(),
                ordered.envelopeId(),
                ordered.shipmentId())),
        null);
  }

  public Trouble describe(PostTrouble told) {
    String key = "trouble." + told.kind().source();
    Text what =
        Optional.ofNullable(told.ordered())
            .map(ordered -> Text.of(key, ordered.orderId(), ordered.shipmentId(), told.file()))
            .orElseGet(
                () ->
                    Text.of(
                        key,
                        told.file(),
                        TIME.format(Objects.requireNonNull(told.sentAt())),
                        String.valueOf(told.waiting())));
    return new Trouble(told.kind().source(), told.reference(), what);
  }
}
