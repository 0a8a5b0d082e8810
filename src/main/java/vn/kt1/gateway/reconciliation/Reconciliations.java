package vn.kt1.gateway.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * The nightly pass: a row a day, compared with the injected clock, so that a night missed is caught
 * up and none is done twice, whoever ticks.
 */
@Component
public class Reconciliations {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Directory directory;
  private final Nightly nightly;
  private final MonthDifferences months;
  private final DifferenceNotices notices;
  private final Evidence evidence;
  private final ReconciliationSettings settings;
  private final Clock clock;

  Reconciliations(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Directory directory,
      Nightly nightly,
      MonthDifferences months,
      DifferenceNotices notices,
      Evidence evidence,
      ReconciliationSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.directory = directory;
    this.nightly = nightly;
    this.months = months;
    this.notices = notices;
    this.evidence = evidence;
    this.settings = settings;
    this.clock = clock;
  }

  /** Does what is due of today, with its mails in one transaction. */
  public void reconcile() {
    Instant now = clock.instant();
    LocalDate day = VietnamTime.day(now);
    Instant due = ZonedDateTime.of(day, settings.time(), VietnamTime.VIETNAM).toInstant();
    if (!now.isBefore(due)) {
      transaction.executeWithoutResult(status -> reconcile(day, now));
    }
  }

  /** Once more on the same day, for whoever cannot wait for the next night. */
  public void again() {
    Instant now = clock.instant();
    transaction.executeWithoutResult(status -> compare(VietnamTime.day(now), now));
  }

  private void reconcile(LocalDate day, Instant now) {
    if (mine(day, now)) {
      compare(day, now);
    }
  }

  private void compare(LocalDate day, Instant now) {
    nightly.compare(provinces(), confirming(), now);
    months.compareSince(YearMonth.from(VietnamTime.day(now.minus(settings.lookBack()))), now);
    int told = notices.tell(day, now);
    evidence.record("gateway", "reconciled", day.toString(), Map.of("differencesTold", told));
  }

  /** Not when another gateway does it just now, or has done it. */
  private boolean mine(LocalDate day, Instant now) {
    return jdbc.sql(
                "insert into reconciliation (on_day, done_at) values (?, ?) on conflict do nothing")
            .params(Date.valueOf(day), Timestamp.from(now))
            .update()
        == 1;
  }

  private List<String> provinces() {
    return directory.provinces().stream().map(Province::id).sorted().toList();
  }

  /** Whoever has no e-office and no clerk here cannot confirm, so nothing of it is missing. */
  private List<String> confirming() {
    return Stream.concat(
            directory.partners().stream().map(Partner::units).flatMap(units -> units.stream()),
            jdbc
                .sql(
                    "select unit from login where role = 'CLERK' and unit is not null and ended_at"
                        + " is null")
                .query(String.class)
                .list()
                .stream())
        .distinct()
        .sorted()
        .toList();
  }
}
