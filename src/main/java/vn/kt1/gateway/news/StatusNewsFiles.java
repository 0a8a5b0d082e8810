package vn.kt1.gateway.news;

import static vn.kt1.gateway.shipment.VietnamTime.VIETNAM;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.Departure;
import vn.kt1.gateway.dispatch.Outgoing;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parcels;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.table.Csv;

/**
 * News for e-offices (CONTRACT, 4.1). The database notes a row with each change of a shipment; here
 * they become numbered files, one at a time for each partner, so that files arrive in their order
 * and what comes meanwhile goes into the next.
 */
@Component
public class StatusNewsFiles implements Departure {

  static final String KIND = "STATUS_FILE";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final Object[] HEADER = {
    "hand_off_id", "envelope_id", "shipment_id", "decision", "state", "item_code", "occurred_at"
  };

  /** Asked at each look; no condition reads a partner's old files. */
  static final String WAITING =
      """
      select r.partner from unnest(?::text[]) r (partner)
      where exists (select from news n where n.partner = r.partner)
        and not exists (select from dispatch d where d.kind = 'STATUS_FILE'
          and d.recipient = r.partner and d.sent_at is null and d.given_up_at is null)
        and not exists (select from dispatch d where d.kind = 'STATUS_FILE'
          and d.recipient = r.partner and d.owed_since > ?)
      order by (select min(news_no) from news n where n.partner = r.partner)
      limit 1
      """;

  private final JdbcClient jdbc;
  private final Parcels parcels;
  private final Evidence evidence;
  private final Directory directory;
  private final Clock clock;
  private final NewsSettings settings;

  StatusNewsFiles(
      JdbcClient jdbc,
      Parcels parcels,
      Evidence evidence,
      Directory directory,
      Clock clock,
      NewsSettings settings) {
    this.jdbc = jdbc;
    this.parcels = parcels;
    this.evidence = evidence;
    this.directory = directory;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Makes the next file, of the partner who has waited longest. A partner waits while its last file
   * has not arrived or is younger than the time between two.
   */
  @Transactional
  public void make() {
    String[] readers =
        directory.partners().stream().filter(Partner::sftp).map(Partner::id).toArray(String[]::new);
    forgetUnread(readers);
    if (alone()) {
      waiting(readers).forEach(this::make);
    }
  }

  /**
   * Clerks and partners without a folder read the API; their rows are no news for anybody. They
   * stay a while all the same: a second gateway may know of a folder that this one has not been
   * told of.
   */
  private void forgetUnread(String[] readers) {
    jdbc.sql("delete from news where partner <> all (?) and occurred_at < ?")
        .params(readers, Timestamp.from(clock.instant().minus(settings.keepUnread())))
        .update();
  }

  /** One gateway of several makes files of news at a time; the others come again. */
  private boolean alone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(4203)").query(Boolean.class).single();
  }

  private List<String> waiting(String[] readers) {
    Timestamp last = Timestamp.from(clock.instant().minus(settings.every()));
    return jdbc.sql(WAITING).params(readers, last).query(String.class).list();
  }

  private void make(String partner) {
    byte[] content = content(take(partner));
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), VIETNAM);
    int seq = parcels.number("STATUS_" + partner, now.toLocalDate());
    String name = "STATUS_%s_%04d.csv".formatted(STAMP.format(now), seq);
    parcels.owe(new Outgoing(KIND, partner, name, name, null, content, false));
  }

  /**
   * Up to a number, not by a list of numbers: for a list PostgreSQL, whose statistics know an empty
   * table, may walk through the whole table for each row.
   */
  private List<NewsRow> take(String partner) {
    return jdbc.sql(
            """
            with mine as (
              delete from news where partner = ? and news_no <= (select max(news_no) from (
                select news_no from news where partner = ? order by news_no limit ?) first)
              returning *)
            select * from mine order by news_no
            """)
        .params(partner, partner, settings.rowsPerFile())
        .query(NewsRow.class)
        .list();
  }

  private static byte[] content(List<NewsRow> rows) {
    StringBuilder file = new StringBuilder();
    Csv.write(file, HEADER);
    rows.forEach(
        row ->
            Csv.write(
                file,
                row.handOffId(),
                row.envelopeId(),
                row.shipmentId(),
                row.decision(),
                row.state(),
                row.itemCode(),
                VietnamTime.stamp(row.occurredAt())));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /** The file of a partner that has no folder any more is dropped after a while. */
  @Override
  public Fate before(Parcel parcel) {
    Instant keptUntil = parcel.owedSince().plus(settings.keepUnread());
    return hasFolder(parcel) || clock.instant().isBefore(keptUntil) ? Fate.CARRY : Fate.DROP;
  }

  /** What is dropped after a while waits for no person. */
  @Override
  public boolean mendable(Parcel parcel) {
    return hasFolder(parcel);
  }

  private boolean hasFolder(Parcel parcel) {
    return directory.partner(parcel.recipient()).filter(Partner::sftp).isPresent();
  }

  @Override
  public void left(Parcel parcel) {
    record("news-file-sent", parcel);
  }

  @Override
  public void dropped(Parcel parcel) {
    record("news-file-dropped", parcel);
  }

  private void record(String act, Parcel parcel) {
    String file = parcel.recipient() + "/" + parcel.name();
    evidence.record("gateway", act, file, Map.of("sha256", parcel.sha256()));
  }

  @Override
  public boolean contentEnds() {
    return true;
  }
}
