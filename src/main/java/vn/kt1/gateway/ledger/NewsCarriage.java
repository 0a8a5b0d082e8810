package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.NewsFile;
import vn.kt1.gateway.shipment.Sha256;

/** Kept files of news on their way: owed until the partner has them, each for itself. */
@Component
public class NewsCarriage {

  static final String TOPIC = "news-file";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Evidence evidence;
  private final Clock clock;

  NewsCarriage(JdbcClient jdbc, Outbox outbox, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The next kept file that its partner does not have yet, or null. */
  @Transactional
  public @Nullable NewsFile claim() {
    UUID lease = UUID.randomUUID();
    return outbox.claim(TOPIC, lease, 1).stream()
        .findFirst()
        .flatMap(claimed -> file(lease, claimed))
        .orElse(null);
  }

  /** Nothing when the partner has it: somebody whose lease had passed may have carried it. */
  private Optional<NewsFile> file(UUID lease, Outbox.Claimed claimed) {
    Optional<NewsFile> file = unsent(lease, claimed);
    if (file.isEmpty()) {
      outbox.done(lease);
    }
    return file;
  }

  private Optional<NewsFile> unsent(UUID lease, Outbox.Claimed claimed) {
    int end = claimed.key().indexOf('/');
    return jdbc.sql(
            "select * from news_file where partner = ? and name = ? and content is not null")
        .params(claimed.key().substring(0, end), claimed.key().substring(end + 1))
        .query(
            (row, number) ->
                new NewsFile(
                    lease,
                    row.getString("partner"),
                    row.getString("name"),
                    row.getBytes("content"),
                    claimed.attempts()))
        .optional();
  }

  /** The partner has the file, and our copy goes. Twice is once. */
  @Transactional
  public void sent(NewsFile file) {
    outbox.done(file.lease());
    int first =
        jdbc.sql(
                """
                update news_file set sent_at = ?, content = null
                where partner = ? and name = ? and sent_at is null
                """)
            .params(Timestamp.from(clock.instant()), file.partner(), file.name())
            .update();
    if (first == 1) {
      evidence.record(
          "gateway",
          "news-file-sent",
          file.partner() + "/" + file.name(),
          Map.of("sha256", Sha256.of(file.content())));
    }
  }

  public void postpone(@Nullable NewsFile file) {
    if (file != null) {
      outbox.postpone(file.lease(), file.attempts());
    }
  }
}
