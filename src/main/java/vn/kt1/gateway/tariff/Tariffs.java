package vn.kt1.gateway.tariff;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
 * The price tables this gateway was started with. They are kept before anything is priced by them,
 * and a new one prices anew what could not be priced before.
 */
@Component
class Tariffs implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Tariffs.class);
  private static final int SHORT = 12;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Evidence evidence;
  private final Charges charges;
  private final Clock clock;
  private final List<KeptTariff> read;

  Tariffs(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Evidence evidence,
      Charges charges,
      Directory directory,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.evidence = evidence;
    this.charges = charges;
    this.clock = clock;
    this.read = directory.terms().prices().stream().map(KeptTariff::of).toList();
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> keep());
    read.forEach(
        one -> LOG.info("prices {}: {}", one.table().id(), one.sha256().substring(0, SHORT)));
  }

  private void keep() {
    // Whoever starts at the same time with the same tables finds them kept already.
    jdbc.sql("select pg_advisory_xact_lock(4205)").query((row, number) -> 1).single();
    boolean fresh = false;
    for (KeptTariff one : read) {
      fresh |= write(one);
    }
    jdbc.sql(
            """
            update tariff set left_at = ? where left_at is null
              and not (sha256 = any (?))
            """)
        .param(Timestamp.from(clock.instant()))
        .param(read.stream().map(KeptTariff::sha256).toArray(String[]::new))
        .update();
    if (fresh) {
      charges.priceAnew();
    } else {
      charges.zoneAnew();
    }
  }

  private boolean write(KeptTariff one) {
    Timestamp now = Timestamp.from(clock.instant());
    LocalDate to = one.table().validTo();
    boolean fresh =
        jdbc.sql(
                    """
                    insert into tariff (tariff, sha256, valid_from, valid_to, source, verified,
                      content, seen_at)
                    values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
                    """)
                .params(one.table().id(), one.sha256(), Date.valueOf(one.table().validFrom()))
                .param(to == null ? null : Date.valueOf(to))
                .params(one.table().source(), one.table().verified(), one.content(), now)
                .update()
            == 1;
    if (fresh) {
      evidence.record(
          "gateway",
          "tariff-kept",
          one.table().id(),
          Map.of("sha256", one.sha256(), "verified", one.table().verified()));
    } else {
      return jdbc.sql(
                  """
                  update tariff set left_at = null
                  where tariff = ? and sha256 = ? and left_at is not null
                  """)
              .params(one.table().id(), one.sha256())
              .update()
          == 1;
    }
    return fresh;
  }

  List<KeptTariff> all() {
    return read;
  }

  Optional<KeptTariff> one(String id) {
    return read.stream().filter(one -> one.table().id().equals(id)).findFirst();
  }
}
