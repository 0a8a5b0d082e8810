package vn.kt1.gateway.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.evidence.Evidence;

/**
 * Compares what the gateway is configured with to what it was at the last start: what is new,
 * changed or gone is evidence before anything is taken, and so is the start.
 */
@Component
class Inventory implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);
  private static final String ACTOR = "gateway";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Evidence evidence;
  private final Clock clock;
  private final SortedMap<String, String> digests;

  Inventory(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Evidence evidence,
      Clock clock,
      ConfigurableEnvironment environment) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.evidence = evidence;
    this.clock = clock;
    this.digests = digests(environment);
  }

  private static SortedMap<String, String> digests(ConfigurableEnvironment environment) {
    try {
      return Digests.of(Path.of(environment.getProperty("gateway.config", "config")), environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> compare());
  }

  @EventListener
  void started(ApplicationReadyEvent ready) {
    Map<String, Object> detail =
        Map.of("version", version(), "configurationSha256", Digests.whole(digests));
    transaction.executeWithoutResult(
        status -> evidence.record(ACTOR, "gateway-started", ACTOR, detail));
    LOG.info("started: version {} configuration {}", version(), Digests.whole(digests));
  }

  private void compare() {
    // Whoever starts at the same time with the same configuration finds nothing changed.
    jdbc.sql("select pg_advisory_xact_lock(4203)").query((row, number) -> 1).single();
    Map<String, String> known = known();
    if (known.isEmpty()) {
      recordAll();
      return;
    }
    SortedSet<String> files = new TreeSet<>(known.keySet());
    files.addAll(digests.keySet());
    for (String file : files) {
      String before = known.get(file);
      String after = digests.get(file);
      if (!Objects.equals(before, after)) {
        keep(file, after);
        evidence.record(ACTOR, "configuration-changed", file, detail(before, after));
        LOG.info("configuration changed since the last start: {}", file);
      }
    }
  }

  /** With nothing to compare to, nothing has changed: one row of evidence says what there is. */
  private void recordAll() {
    digests.forEach(this::keep);
    evidence.record(
        ACTOR,
        "configuration-recorded",
        "configuration",
        Map.of("files", digests, "version", version()));
    LOG.info("first start: configuration recorded, {} digests", digests.size());
  }

  private Map<String, String> known() {
    return jdbc.sql("select file, sha256 from configuration_file").query().listOfRows().stream()
        .collect(
            Collectors.toMap(row -> (String) row.get("file"), row -> (String) row.get("sha256")));
  }

  private void keep(String file, @Nullable String sha256) {
    if (sha256 == null) {
      jdbc.sql("delete from configuration_file where file = ?").param(file).update();
      return;
    }
    jdbc.sql(
            """
            insert into configuration_file (file, sha256, since) values (?, ?, ?)
            on conflict (file) do update set sha256 = excluded.sha256, since = excluded.since
            """)
        .params(file, sha256, Timestamp.from(clock.instant()))
        .update();
  }

  private static Map<String, @Nullable Object> detail(
      @Nullable String before, @Nullable String after) {
    Map<String, @Nullable Object> detail = new HashMap<>();
    detail.put("before", before);
    detail.put("after", after);
    detail.put("version", version());
    return detail;
  }

  /** Of the jar; classes that are in none have none. */
  private static String version() {
    return Objects.requireNonNullElse(
        Inventory.class.getPackage().getImplementationVersion(), "unpacked");
  }
}
