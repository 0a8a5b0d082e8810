package vn.kt1.gateway.tariff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * A Department approves a new price table, and then each unit of its province is told once, before
 * the table holds (Hải Phòng §2). The mail names the table, its source and its first day; prices
 * are read by login.
 */
@Component
class Approvals {

  /** How many units were told now or before, and those that no mailbox is known of. */
  record Told(int units, List<String> unreached) {}

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int SHORT = 12;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Tariffs tariffs;
  private final Notices notices;
  private final Evidence evidence;
  private final TariffSettings settings;
  private final Clock clock;

  Approvals(
      JdbcClient jdbc,
      Directory directory,
      Tariffs tariffs,
      Notices notices,
      Evidence evidence,
      TariffSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.tariffs = tariffs;
    this.notices = notices;
    this.evidence = evidence;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Twice is once.
   *
   * @throws Rejected {@code bad-value} for a table that holds already
   */
  @Transactional
  public Told approve(Actor actor, KeptTariff tariff, String province) {
    if (!tariff.table().validFrom().isAfter(today())) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "", "tariff-in-force"));
    }
    boolean fresh =
        jdbc.sql(
                    """
                    insert into tariff_approval (tariff, sha256, province, approved_by, approved_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """)
                .params(tariff.table().id(), tariff.sha256(), province, actor.name())
                .param(Timestamp.from(clock.instant()))
                .update()
            == 1;
    if (fresh) {
      evidence.record(
          actor,
          "tariff-approved",
          tariff.table().id(),
          null,
          Map.of("sha256", tariff.sha256(), "province", province));
    }
    return tell(tariff, province);
  }

  private Told tell(KeptTariff tariff, String province) {
    LocalDate first = tariff.table().validFrom();
    Set<String> units =
        directory.units().stream()
            .filter(unit -> unit.province().equals(province) && unit.openOn(first))
            .map(Unit::code)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> unreached = new ArrayList<>();
    for (String unit : units) {
      if (directory.unitMail(unit, today()).isPresent()) {
        notices.owe(notice(tariff, unit));
      } else {
        unreached.add(unit);
      }
    }
    return new Told(units.size() - unreached.size(), unreached);
  }

  private static Notice notice(KeptTariff tariff, String unit) {
    PriceTable table = tariff.table();
    String text =
        MailWords.of(
            Text.of(
                "mail.tariff",
                unit,
                table.name(),
                DAY.format(table.validFrom()),
                table.source(),
                table.id()));
    return new Notice(
        Kind.TARIFF, occasion(tariff, unit), table.id(), Recipient.unit(unit), text, null);
  }

  private static String occasion(KeptTariff tariff, String of) {
    return "tariff " + tariff.sha256().substring(0, SHORT) + " " + of;
  }

  /** The provinces whose Department has approved the table. */
  Set<String> of(KeptTariff tariff) {
    return new TreeSet<>(
        jdbc.sql("select province from tariff_approval where tariff = ? and sha256 = ?")
            .params(tariff.table().id(), tariff.sha256())
            .query(String.class)
            .list());
  }

  /** Tells the operators once of each table that begins soon and that a Department has not seen. */
  void remind() {
    Duration before = settings.approvedBefore();
    LocalDate today = today();
    for (KeptTariff tariff : tariffs.all()) {
      LocalDate first = tariff.table().validFrom();
      if (first.isAfter(today) && !first.isAfter(today.plusDays(before.toDays()))) {
        Set<String> approved = of(tariff);
        directory.provinces().stream()
            .map(Province::id)
            .filter(id -> tariff.table().holdsFor(id) && !approved.contains(id))
            .forEach(id -> notices.owe(unapproved(tariff, id)));
      }
    }
  }

  private static Notice unapproved(KeptTariff tariff, String province) {
    PriceTable table = tariff.table();
    Text text =
        Text.of("mail.tariff.unapproved", table.id(), DAY.format(table.validFrom()), province);
    return new Notice(
        Kind.TARIFF,
        occasion(tariff, "unapproved " + province),
        table.id(),
        Recipient.operators(),
        MailWords.of(text),
        null);
  }

  private LocalDate today() {
    return VietnamTime.day(clock.instant());
  }
}
