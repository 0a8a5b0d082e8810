package vn.kt1.gateway.post;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.post.PostTrouble.Kind;
import vn.kt1.gateway.post.PostTrouble.Ordered;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Puts into words what the post's answers make of an order. SECURITY: by ids; the post's own words
 * may say anything, so they are read on the gateway and never mailed.
 */
@Component
public class PostTroubleNotices {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(VietnamTime.OFFSET);

  /** A mail names so many orders; the gateway shows all. */
  private static final int MOST_NAMED = 50;

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
        MailWords.of(
            Text.of(
                "mail.order-refused",
                ordered.handOffId(),
                ordered.envelopeId(),
                ordered.shipmentId())),
        null);
  }

  public Trouble describe(PostTrouble told) {
    return new Trouble(
        told.kind().source(),
        told.reference(),
        Text.of("trouble." + told.kind().source(), arguments(told)));
  }

  private static Object[] arguments(PostTrouble told) {
    return switch (told.kind()) {
      case REFUSED, CONTRADICTED ->
          new Object[] {told.file(), String.valueOf(told.orders().size()), named(told.orders())};
      case AHEAD -> new Object[] {told.file()};
      case UNANSWERED ->
          new Object[] {
            told.file(),
            TIME.format(Objects.requireNonNull(told.sentAt())),
            String.valueOf(told.waiting())
          };
    };
  }

  private static String named(List<String> orders) {
    String first = orders.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return orders.size() > MOST_NAMED ? first + " \u2026" : first;
  }
}
