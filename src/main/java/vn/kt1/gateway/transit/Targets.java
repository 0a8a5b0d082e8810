package vn.kt1.gateway.transit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Keeps each table of transit times by its digest before anything is due by it, so that years later
 * one can read what was promised. A table that is no longer read is marked as left.
 */
@Component
class Targets implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Targets.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Directory directory;
  private final Transits transits;

  Targets(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      Directory directory,
      Transits transits) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.directory = directory;
    this.transits = transits;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> keep());
    tellWhatLacks();
  }

  /** Due times are then not computed, and nobody would see why. */
  private void tellWhatLacks() {
    LocalDate today = VietnamTime.day(clock.instant());
    if (directory.terms().transitTable(today).isEmpty()) {
      LOG.info("transit: no table is in force today, so no shipment is due by one");
      return;
    }
    IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
        .filter(year -> directory.terms().calendar(year).isEmpty())
        .forEach(
            year ->
                LOG.warn(
                    "transit: calendars/ has no year {}; due times in working days that reach into"
                        + " it are not computed",
                    year));
  }

  private void keep() {
    // Whoever starts at the same time with the same tables finds them kept already.
    jdbc.sql("select pg_advisory_xact_lock(4216)").query((row, number) -> 1).single();
    List<TransitTable> tables = directory.terms().transitTables();
    tables.forEach(this::write);
    jdbc.sql(
            """
            update transit_target set left_at = ?
            where left_at is null and not ((target || ' ' || sha256) = any (?))
            """)
        .param(now())
        .param(tables.stream().map(one -> one.id() + " " + sha256(one)).toArray(String[]::new))
        .update();
    transits.askAnew();
  }

  private void write(TransitTable table) {
    jdbc.sql(
            """
            insert into transit_target (target, sha256, valid_from, valid_to, superseded, source,
              verified, content, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (target, sha256) do update set seen_at = excluded.seen_at, left_at = null
            """)
        .params(table.id(), sha256(table), table.validFrom(), table.validTo())
        .params(table.superseded(), table.source(), table.verified(), content(table), now())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  static String sha256(TransitTable table) {
    return Sha256.of(content(table));
  }

  /** The same table is always the same text. */
  static String content(TransitTable table) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("target", table.id());
    all.put("from", table.validFrom().toString());
    all.put("to", table.validTo() == null ? null : table.validTo().toString());
    all.put("superseded", table.superseded());
    all.put("cutOff", table.cutOff() == null ? null : table.cutOff().toString());
    all.put("halfDay", table.halfDay().toString());
    all.put("dayEnd", table.dayEnd().toString());
    Map<String, String> promises = new TreeMap<>();
    table
        .promises()
        .forEach(
            (zone, given) ->
                given.forEach(
                    (urgency, promise) ->
                        promises.put(
                            zone + " " + urgency, promise.measure() + " " + promise.count())));
    all.put("promises", promises);
    all.put("source", table.source());
    all.put("verified", table.verified());
    return RowJson.write(all);
  }
}
