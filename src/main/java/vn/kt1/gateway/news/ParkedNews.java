package vn.kt1.gateway.news;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Files of news that a folder did not take for hours: owed anew, or never sent. */
@Component
class ParkedNews implements ParkedWork {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Evidence evidence;
  private final Clock clock;

  ParkedNews(JdbcClient jdbc, Outbox outbox, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public boolean knows(String route) {
    return route.equals("news-send");
  }

  /** In the transaction of whoever resolves it; nothing is left when the partner has it by now. */
  @Override
  public void again(String route, String reference) {
    int owed =
        jdbc.sql(
                """
                select count(*) from news_file
                where partner = ? and name = ? and content is not null
                """)
            .params(partner(reference), name(reference))
            .query(Integer.class)
            .single();
    if (owed == 0) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    outbox.put(NewsCarriage.TOPIC, reference, "");
  }

  /** The partner does not get it any more, and its next file waits for it no longer. */
  @Override
  public void giveUp(String route, String reference) {
    drop(reference, clock.instant());
  }

  /** Ends a file that was kept by then and has not arrived; the caller holds the transaction. */
  void drop(String key, Instant keptUntil) {
    jdbc.sql(
            """
            update news_file set content = null
            where partner = ? and name = ? and content is not null and kept_at <= ?
            returning sha256
            """)
        .params(partner(key), name(key), Timestamp.from(keptUntil))
        .query(String.class)
        .optional()
        .ifPresent(
            sha256 ->
                evidence.record("gateway", "news-file-dropped", key, Map.of("sha256", sha256)));
  }

  static String partner(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  static String name(String key) {
    return key.substring(key.indexOf('/') + 1);
  }
}
