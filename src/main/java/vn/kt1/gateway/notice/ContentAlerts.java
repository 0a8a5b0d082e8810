package vn.kt1.gateway.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Tells the state-secret officer of each province concerned, and the sender, that content was
 * refused. SECURITY: who, which way, when, how large and where; no name, value, degree or digest.
 */
@Component
public class ContentAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(ContentAlerts.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy XXX");
  private static final int MOST_PLACES = 20;

  private final Directory directory;
  private final NoticeSettings settings;
  private final Clock clock;

  ContentAlerts(Directory directory, NoticeSettings settings, Clock clock) {
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  /** Who must know; null where it was refused for another reason. */
  public @Nullable Alert compose(
      Caller caller, String channel, String correlationId, int size, Rejected rejected) {
    List<String> places =
        rejected.faults().stream()
            .filter(fault -> tells(channel, fault.code()))
            .map(Fault::pointer)
            .toList();
    if (places.isEmpty()) {
      return null;
    }
    LOG.warn("content was refused: channel {}, reference {}", channel, correlationId);
    String source = source(caller, rejected);
    Object[] facts = facts(caller, channel, correlationId, size, places);
    List<Notice> notices =
        recipients(caller).stream()
            .map(to -> notice(Alert.occasion(source, correlationId), correlationId, to, facts))
            .toList();
    String most = String.valueOf(settings.alertsPerHour());
    String last = MailWords.of(Text.of("mail.content-refused.last", most));
    return new Alert(source, correlationId, notices, settings.alertsPerHour(), last);
  }

  /**
   * A dropped file with a name nobody may use, or of a kind nobody reads, may be a document itself.
   * A file that is only broken is mended by whoever sent it.
   */
  private static boolean tells(String channel, Code code) {
    return code == Code.CONTENT_NOT_ALLOWED
        || channel.equals("sftp")
            && (code == Code.FILE_NAME || code == Code.UNSUPPORTED_MEDIA_TYPE);
  }

  /** Files with odd names, many at a time, leave the allowance of what surely is content alone. */
  private static String source(Caller caller, Rejected rejected) {
    boolean content =
        rejected.faults().stream().anyMatch(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED);
    return content ? caller.handOffOwner() : "files " + caller.handOffOwner();
  }

  private Object[] facts(
      Caller caller, String channel, String correlationId, int size, List<String> places) {
    return new Object[] {
      sender(caller),
      channel,
      TIME.format(clock.instant().atOffset(VietnamTime.OFFSET)),
      String.valueOf(size),
      String.valueOf(places.size()),
      listed(places),
      correlationId
    };
  }

  /** The officers of the sender's provinces, and the sender where it has a mail address. */
  private List<Recipient> recipients(Caller caller) {
    LocalDate today = VietnamTime.day(clock.instant());
    List<Recipient> recipients = new ArrayList<>();
    for (String province : directory.provincesOf(caller.units(), today)) {
      recipients.add(Recipient.officer(province));
    }
    partner(caller)
        .filter(partner -> partner.mail() != null)
        .ifPresent(partner -> recipients.add(Recipient.partner(partner.id())));
    return recipients;
  }

  /**
   * Whoever has called answers the refusal; had the alert failed, it would learn of that instead.
   */
  public void refuse(Rejected rejected) {
    throw rejected;
  }

  private static Notice notice(
      String occasion, String correlationId, Recipient to, Object... facts) {
    String words = to.role() == Recipient.Role.OFFICER ? "officer" : "sender";
    String text = MailWords.of(Text.of("mail.content-refused." + words, facts));
    return new Notice(Kind.INCIDENT, occasion, correlationId, to, text, null);
  }

  private Optional<Partner> partner(Caller caller) {
    return caller.role() == Role.PARTNER ? directory.partner(caller.name()) : Optional.empty();
  }

  /**
   * A partner by its name in our files; a clerk by the unit, for a login may be a person's name.
   */
  private String sender(Caller caller) {
    return partner(caller)
        .map(partner -> partner.name() + " (" + partner.id() + ")")
        .orElseGet(caller::handOffOwner);
  }

  private static String listed(List<String> places) {
    String shown =
        places.stream()
            .limit(MOST_PLACES)
            .map(place -> place.isEmpty() ? "(*)" : place)
            .collect(Collectors.joining("\n    ", "    ", ""));
    return places.size() > MOST_PLACES ? shown + "\n    …" : shown;
  }
}
