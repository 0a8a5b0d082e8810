package vn.kt1.gateway.news;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Kept files of news on their way: owed until the partner has them, each for itself, or until it
 * has a folder no longer. A file has its content as long as it is owed.
 */
@Component
public class NewsCarriage {

  static final String TOPIC = "news-file";

  /** Three hours and more at the longest pause; then a person must look. */
  static final int MOST_ATTEMPTS = 200;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Parking parking;
  private final ParkedNews ends;
  private final Evidence evidence;
  private final Directory directory;
  private final Clock clock;
  private final NewsSettings settings;

  NewsCarriage(
      JdbcClient jdbc,
      Outbox outbox,
      Parking parking,
      ParkedNews ends,
      Evidence evidence,
      Directory directory,
      Clock clock,
      NewsSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.parking = parking;
    this.ends = ends;
    this.evidence = evidence;
    this.directory = directory;
    this.clock = clock;
    this.settings = settings;
  }

  /** The next kept file that its partner does not have yet, or null. */
  @Transactional
  public @Nullable NewsFile claim() {
    UUID lease = UUID.randomUUID();
    return outbox.claim(TOPIC, lease).flatMap(claimed -> file(lease, claimed)).orElse(null);
  }

  /** Nothing when the partner has it: somebody whose lease had passed may have carried it. */
  private Optional<NewsFile> file(UUID lease, Outbox.Claimed claimed) {
    dropUnread(claimed.key());
    Optional<NewsFile> file = unsent(lease, claimed);
    if (file.isEmpty()) {
      outbox.done(lease);
    }
    return file;
  }

  /** As long as their news they stay all the same: a second gateway may know of the folder. */
  private void dropUnread(String key) {
    if (!hasFolder(ParkedNews.partner(key))) {
      ends.drop(key, clock.instant().minus(settings.keepUnread()));
    }
  }

  private boolean hasFolder(String partner) {
    return directory.partner(partner).filter(Partner::sftp).isPresent();
  }

  private Optional<NewsFile> unsent(UUID lease, Outbox.Claimed claimed) {
    return jdbc.sql(
            "select * from news_file where partner = ? and name = ? and content is not null")
        .params(ParkedNews.partner(claimed.key()), ParkedNews.name(claimed.key()))
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

  /** Due again after a pause; after many it waits for a person, and its partner with it. */
  @Transactional
  public void postpone(@Nullable NewsFile file, String route, Throwable failure) {
    if (file == null) {
      return;
    }
    if (file.attempts() < MOST_ATTEMPTS || !hasFolder(file.partner())) {
      outbox.postpone(file.lease(), file.attempts());
    } else if (outbox.done(file.lease()) == 1) {
      parking.park(route, file.partner() + "/" + file.name(), failure, "check-the-folder");
    }
  }
}
