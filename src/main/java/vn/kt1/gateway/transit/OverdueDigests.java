package vn.kt1.gateway.transit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.transit.OverdueRows.Told;

/**
 * Tells each unit once a day which of its shipments are late or about to be; where it has no
 * mailbox, the Department. SECURITY: a due time is degree data, and so are the hours left and which
 * of both it is: the mail names the shipments in one list, and hours stand behind a login.
 */
@Component
public class OverdueDigests {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final OverdueRows rows;
  private final Notices notices;
  private final Directory directory;
  private final Clock clock;
  private final TransitSettings settings;

  OverdueDigests(
      OverdueRows rows,
      Notices notices,
      Directory directory,
      Clock clock,
      TransitSettings settings) {
    this.rows = rows;
    this.notices = notices;
    this.directory = directory;
    this.clock = clock;
    this.settings = settings;
  }

  /** May be called any number of times: the notices of one day are the same. */
  @Transactional
  public void tell() {
    if (clock.instant().atZone(VietnamTime.VIETNAM).toLocalTime().isBefore(settings.digestTime())) {
      return;
    }
    Map<String, List<Told>> units =
        rows.byUnit().stream()
            .collect(Collectors.groupingBy(Told::sender, LinkedHashMap::new, Collectors.toList()));
    units.values().forEach(this::tell);
  }

  private void tell(List<Told> late) {
    LocalDate today = VietnamTime.day(clock.instant());
    recipient(late.get(0), today).ifPresent(to -> notices.owe(notice(to, late, DAY.format(today))));
  }

  private Optional<Recipient> recipient(Told late, LocalDate today) {
    return directory
        .unitMail(late.sender(), today)
        .map(address -> Recipient.unit(late.sender()))
        .or(
            () ->
                directory
                    .departmentMail(late.province())
                    .map(address -> Recipient.department(late.province())));
  }

  private static Notice notice(Recipient to, List<Told> late, String day) {
    Told first = late.get(0);
    String id = "OVERDUE-" + day + "-" + first.sender();
    Text text =
        Text.of(
            first.count() > late.size() ? "mail.overdue.more" : "mail.overdue",
            String.valueOf(first.count()),
            first.name(),
            late.stream().map(OverdueDigests::line).collect(Collectors.joining("\n")),
            String.valueOf(first.count() - late.size()));
    return new Notice(Notice.Kind.SLA, id, id, to, MailWords.of(text), null);
  }

  private static String line(Told one) {
    return "    " + one.shipmentId() + "  " + (one.itemCode() == null ? "-" : one.itemCode());
  }
}
