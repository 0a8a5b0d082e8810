package vn.kt1.gateway.reconciliation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;

/**
 * Tells of each difference once: all to the operators, and to each unit its own. SECURITY: ids and
 * what kind of difference it is; no kind exists for classified shipments alone.
 */
@Component
class DifferenceNotices {

  private record Line(
      long differenceId,
      String kind,
      @Nullable String shipmentId,
      @Nullable String itemCode,
      @Nullable String unit,
      Instant since) {}

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int NAMED = 50;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Notices notices;
  private final Clock clock;

  DifferenceNotices(JdbcClient jdbc, Directory directory, Notices notices, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * In the transaction of the pass.
   *
   * @return how many differences were told
   */
  int tell(LocalDate day, Instant now) {
    List<Line> untold = untold();
    if (untold.isEmpty()) {
      return 0;
    }
    notices.owe(notice(day, "operators", Recipient.operators(), untold, now));
    Map<String, List<Line>> units = new LinkedHashMap<>();
    untold.stream()
        .filter(line -> line.unit() != null)
        .forEach(line -> units.computeIfAbsent(line.unit(), unit -> new ArrayList<>()).add(line));
    units.forEach(
        (unit, lines) -> {
          if (directory.unitMail(unit, day).isPresent()) {
            notices.owe(notice(day, unit, Recipient.unit(unit), lines, now));
          }
        });
    jdbc.sql("update difference set told_at = ? where difference_id = any (?)")
        .param(Timestamp.from(clock.instant()))
        .param(untold.stream().map(Line::differenceId).toArray(Long[]::new))
        .update();
    return untold.size();
  }

  private List<Line> untold() {
    return jdbc.sql(
            """
            select difference_id, kind, shipment_id, item_code, unit, since from difference
            where told_at is null and resolved_at is null order by since, difference_id
            """)
        .query(Line.class)
        .list();
  }

  private static Notice notice(
      LocalDate day, String name, Recipient to, List<Line> lines, Instant now) {
    // A second pass of one day tells other differences.
    String id =
        "RECONCILIATION-" + DAY.format(day) + "-" + name + "-" + lines.get(0).differenceId();
    String vi = listed(lines, now, true);
    String en = listed(lines, now, false);
    String more = String.valueOf(Math.max(0, lines.size() - NAMED));
    Text text = Text.of("mail.reconciliation", String.valueOf(lines.size()), vi, en, more);
    return new Notice(Kind.SLA, id, id, to, MailWords.of(text), null);
  }

  private static String listed(List<Line> lines, Instant now, boolean vietnamese) {
    return lines.stream()
        .limit(NAMED)
        .map(
            line -> {
              Text kind = Text.of("difference." + line.kind());
              String what = line.shipmentId() == null ? line.itemCode() : line.shipmentId();
              long days = Duration.between(line.since(), now).toDays();
              return "    "
                  + what
                  + "  "
                  + (vietnamese ? kind.vi() : kind.en())
                  + "  ("
                  + days
                  + (vietnamese ? " ngày)" : " days)");
            })
        .collect(Collectors.joining("\n"));
  }
}
