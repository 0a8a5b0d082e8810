package vn.kt1.gateway.news;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.DispatchSettings;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * News for e-offices. The database notes a row with each change of a shipment; here they become
 * numbered files, one at a time for each partner, so that files arrive in their order and what
 * comes meanwhile goes into the next.
 */
@Component
public class StatusNewsFiles {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  /** Asked at each look; no condition reads a partner's old files. */
  static final String WAITING =
      """
      select c.partner from news_claim c
      where c.partner = any (?) and (c.leased_until is null or c.leased_until <= ?)
        and exists (select from news n where n.partner = c.partner)
        and not exists (select from news_file f
          where f.partner = c.partner and f.content is not null)
        and not exists (select from news_file f where f.partner = c.partner and f.kept_at > ?)
      order by (select min(news_no) from news n where n.partner = c.partner)
      limit 1 for update of c skip locked
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Directory directory;
  private final Clock clock;
  private final DispatchSettings ledger;
  private final NewsSettings settings;

  StatusNewsFiles(
      JdbcClient jdbc,
      Outbox outbox,
      Directory directory,
      Clock clock,
      DispatchSettings ledger,
      NewsSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.directory = directory;
    this.clock = clock;
    this.ledger = ledger;
    this.settings = settings;
  }

  /**
   * The news of the partner who has waited longest, or null. A partner waits while its last file
   * has not arrived or is younger than the time between two.
   */
  @Transactional
  public @Nullable NewsBatch claim() {
    List<String> readers =
        directory.partners().stream().filter(Partner::sftp).map(Partner::id).toList();
    forgetUnread(readers);
    UUID lease = UUID.randomUUID();
    return waiting(readers, lease).stream()
        .findFirst()
        .map(partner -> new NewsBatch(lease, partner, take(partner, lease)))
        .filter(batch -> !batch.rows().isEmpty())
        .orElse(null);
  }

  /**
   * Clerks and partners without a folder read the API; their rows are no news for anybody. They
   * stay a while all the same: a second gateway may know of a folder that this one has not been
   * told of.
   */
  private void forgetUnread(List<String> readers) {
    jdbc.sql("delete from news where partner <> all (?) and occurred_at < ?")
        .params(array(readers), Timestamp.from(clock.instant().minus(settings.keepUnread())))
        .update();
  }

  private List<String> waiting(List<String> readers, UUID lease) {
    Instant now = clock.instant();
    Timestamp last = Timestamp.from(now.minus(settings.every()));
    jdbc.sql("insert into news_claim (partner) select unnest(?) on conflict do nothing")
        .param(array(readers))
        .update();
    return jdbc.sql(
            "with next as ("
                + WAITING
                + """
                ) update news_claim c set lease = ?, leased_until = ?
                from next where c.partner = next.partner returning c.partner
                """)
        .params(array(readers), Timestamp.from(now), last, lease)
        .param(Timestamp.from(now.plus(ledger.lease())))
        .query(String.class)
        .list();
  }

  private List<NewsRow> take(String partner, UUID lease) {
    return jdbc.sql(
            """
            with mine as (
              update news set lease = ? where news_no in (
                select news_no from news where partner = ? order by news_no limit ?)
              returning *)
            select * from mine order by news_no
            """)
        .params(lease, partner, settings.rowsPerFile())
        .query(NewsRow.class)
        .list();
  }

  /**
   * Keeps a batch as the next file of its partner and day; a lease lost meanwhile changes nothing.
   */
  @Transactional
  public void keep(NewsRows rows) {
    NewsBatch batch = rows.batch();
    int held =
        jdbc.sql("update news_claim set lease = null, leased_until = null where lease = ?")
            .param(batch.lease())
            .update();
    if (held != 1) {
      throw new Unavailable("a lease that has passed to another", null);
    }
    jdbc.sql("delete from news where lease = ?").param(batch.lease()).update();
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), VIETNAM);
    Date day = Date.valueOf(now.toLocalDate());
    int seq = nextNumber(batch.partner(), day);
    String name = "STATUS_%s_%04d.csv".formatted(STAMP.format(now), seq);
    String sha256 = Sha256.of(rows.content());
    jdbc.sql(
            """
            insert into news_file (partner, name, on_day, seq, content, sha256, kept_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(batch.partner(), name, day, seq, rows.content(), sha256)
        .param(Timestamp.from(clock.instant()))
        .update();
    outbox.put(NewsCarriage.TOPIC, batch.partner() + "/" + name, "");
  }

  /** Nobody else numbers meanwhile: the claim of the partner is held in this transaction. */
  private int nextNumber(String partner, Date day) {
    return jdbc.sql(
            "select coalesce(max(seq), 0) + 1 from news_file where partner = ? and on_day = ?")
        .params(partner, day)
        .query(Integer.class)
        .single();
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }
}
