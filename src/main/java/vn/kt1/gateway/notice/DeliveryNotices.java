package vn.kt1.gateway.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.MailAddress;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Words a sender is told the way of a shipment in, where it wants to be told by mail. SECURITY: the
 * same for all shipments; nothing in them follows from degree, service or network.
 */
@Component
public class DeliveryNotices {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Directory directory;
  private final Clock clock;

  DeliveryNotices(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * As what it is told: a receipt is what the post gives for a shipment; one that failed or was
   * returned is late in any case, which is no incident yet.
   */
  static Notice.Kind kind(Told told) {
    return switch (told) {
      case ACCEPTED -> Notice.Kind.RECEIPT;
      case DELIVERED -> Notice.Kind.DELIVERED;
      case FAILED, RETURNED -> Notice.Kind.SLA;
    };
  }

  /** To the partner, the unit, both or nobody; never twice to one mailbox. */
  public List<Notice> compose(Move move) {
    Optional<String> partner = partnerMail(move);
    List<Recipient> recipients = new ArrayList<>();
    partner.ifPresent(address -> recipients.add(Recipient.partner(move.partner())));
    unitMail(move)
        .filter(own -> partner.filter(address -> same(own, address)).isEmpty())
        .ifPresent(own -> recipients.add(Recipient.unit(move.sender())));
    return recipients.stream().map(to -> notice(move, to)).toList();
  }

  /** A partner has asked for deliveries, and for nothing else. */
  private Optional<String> partnerMail(Move move) {
    return move.told() == Told.DELIVERED
        ? directory.partner(move.partner()).map(Partner::mail).stream()
            .filter(Partner.Mail::deliveryNotices)
            .map(Partner.Mail::address)
            .findFirst()
        : Optional.empty();
  }

  private Optional<String> unitMail(Move move) {
    LocalDate today = VietnamTime.day(clock.instant());
    return directory
        .terms()
        .contract(move.sender(), today)
        .filter(contract -> contract.notices().contains(move.told()))
        .flatMap(contract -> directory.unitMail(move.sender(), today));
  }

  private static boolean same(String one, String other) {
    return MailAddress.folded(one).equals(MailAddress.folded(other));
  }

  private static Notice notice(Move move, Recipient to) {
    String itemCode = move.itemCode();
    OffsetDateTime at = move.at().atOffset(VietnamTime.OFFSET);
    return new Notice(
        kind(move.told()),
        occasion(move),
        move.shipmentId(),
        to,
        MailWords.of(
            Text.of(
                "mail." + move.told().name().toLowerCase(Locale.ROOT),
                move.handOffId(),
                move.envelopeId(),
                move.shipmentId(),
                itemCode == null ? "-" : itemCode,
                (move.dayOnly() ? DAY : TIME).format(at))),
        null);
  }

  /**
   * A step is told once, whatever follows. An end that was withdrawn is followed by another one, at
   * another time.
   */
  private static String occasion(Move move) {
    return switch (move.told()) {
      case ACCEPTED, FAILED -> move.told() + " " + move.shipmentId();
      case DELIVERED -> move.shipmentId() + " " + move.at().getEpochSecond();
      case RETURNED -> "RETURNED " + move.shipmentId() + " " + move.at().getEpochSecond();
    };
  }
}
