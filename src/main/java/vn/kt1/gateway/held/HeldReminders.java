package vn.kt1.gateway.held;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Reminds a sender once a day of the shipments that wait for an answer; if the sender has no
 * mailbox, the Department of the province. SECURITY: the mail tells that they wait and since when,
 * never for what.
 */
@Component
public class HeldReminders {

  private static final Logger LOG = LoggerFactory.getLogger(HeldReminders.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int NAMED = 50;

  private record Told(Recipient to, String sender) {}

  private final HeldShipments held;
  private final Notices notices;
  private final Directory directory;
  private final Clock clock;
  private @Nullable LocalDate logged;

  public HeldReminders(HeldShipments held, Notices notices, Directory directory, Clock clock) {
    this.held = held;
    this.notices = notices;
    this.directory = directory;
    this.clock = clock;
  }

  /** May be called any number of times: the notices of one day are the same. */
  @Transactional
  public void remind() {
    compose(held.overdue()).forEach(notices::owe);
  }

  List<Notice> compose(List<Unanswered> overdue) {
    LocalDate today = VietnamTime.day(clock.instant());
    log(overdue, today);
    Map<Told, List<Unanswered>> told = new LinkedHashMap<>();
    for (Unanswered each : overdue) {
      recipient(each)
          .ifPresent(
              to ->
                  told.computeIfAbsent(new Told(to, each.sender()), first -> new ArrayList<>())
                      .add(each));
    }
    return told.entrySet().stream()
        .map(each -> notice(each.getKey(), each.getValue(), today))
        .toList();
  }

  private synchronized void log(List<Unanswered> overdue, LocalDate today) {
    if (!overdue.isEmpty() && !today.equals(logged)) {
      logged = today;
      LOG.warn(
          "held shipments wait for an answer: shipments {} senders {}",
          overdue.stream().mapToLong(Unanswered::count).sum(),
          overdue.stream().map(Unanswered::sender).distinct().count());
    }
  }

  private Optional<Recipient> recipient(Unanswered overdue) {
    Optional<Recipient> own =
        directory
            .partner(overdue.sender())
            .filter(partner -> partner.mail() != null)
            .map(partner -> Recipient.partner(partner.id()));
    return own.or(
        () ->
            directory
                .departmentMail(overdue.province())
                .map(address -> Recipient.department(overdue.province())));
  }

  private Notice notice(Told told, List<Unanswered> parts, LocalDate today) {
    long count = parts.stream().mapToLong(Unanswered::count).sum();
    List<Unanswered.One> named =
        parts.stream()
            .flatMap(part -> part.first().stream())
            .sorted(Comparator.comparing(Unanswered.One::since))
            .limit(NAMED)
            .toList();
    String sender = told.sender().replaceFirst("^clerk:", "");
    String id = "HELD-" + DAY.format(today) + "-" + sender;
    Text text =
        Text.of(
            count > named.size() ? "mail.held.more" : "mail.held",
            String.valueOf(count),
            directory.partner(told.sender()).map(Partner::name).orElse(sender),
            named.stream().map(HeldReminders::line).collect(Collectors.joining("\n")),
            String.valueOf(count - named.size()));
    return new Notice(Notice.Kind.SLA, id, id, told.to(), MailWords.of(text), null);
  }

  private static String line(Unanswered.One one) {
    return "    " + one.shipmentId() + "  " + TIME.format(one.since().atOffset(VietnamTime.OFFSET));
  }
}
