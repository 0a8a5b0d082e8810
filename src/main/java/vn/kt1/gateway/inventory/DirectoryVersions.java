package vn.kt1.gateway.inventory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;

/**
 * Keeps every version of the directory before anything is decided by it; one that follows another
 * is evidence with what it changed.
 */
@Component
class DirectoryVersions implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryVersions.class);
  private static final String ACTOR = "gateway";

  /** So many digits of a version are enough for people to tell one from another. */
  private static final int SHORT = 12;

  private record Kept(String sha256, String content) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Evidence evidence;
  private final Clock clock;
  private final Directory directory;

  DirectoryVersions(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Evidence evidence,
      Clock clock,
      Directory directory) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.evidence = evidence;
    this.clock = clock;
    this.directory = directory;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> keep());
    LOG.info(
        "directory {} in force: units {} provinces {}",
        directory.version().substring(0, SHORT),
        directory.units().size(),
        directory.provinces().size());
  }

  private void keep() {
    // Whoever starts at the same time with the same directory finds it in force already.
    jdbc.sql("select pg_advisory_xact_lock(4204)").query((row, number) -> 1).single();
    Optional<Kept> before = inForce();
    if (before.isEmpty()) {
      write();
      evidence.record(ACTOR, "directory-kept", directory.version(), Map.of());
    } else if (!before.get().sha256().equals(directory.version())) {
      write();
      evidence.record(ACTOR, "directory-changed", directory.version(), changes(before.get()));
    }
  }

  private Optional<Kept> inForce() {
    return jdbc.sql(
            """
            select v.sha256, v.content::text as content
            from directory_change c join directory_version v on v.sha256 = c.sha256
            order by c.seq desc limit 1
            """)
        .query(Kept.class)
        .optional();
  }

  private void write() {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into directory_version (sha256, content, since) values (?, ?::jsonb, ?)
            on conflict (sha256) do nothing
            """)
        .params(directory.version(), directory.content(), now)
        .update();
    jdbc.sql("insert into directory_change (sha256, at) values (?, ?)")
        .params(directory.version(), now)
        .update();
  }

  private Map<String, Object> changes(Kept before) {
    Map<String, Object> detail = DirectoryChanges.detail(before.content(), directory.content());
    detail.put("before", before.sha256());
    detail.put("after", directory.version());
    return detail;
  }
}
