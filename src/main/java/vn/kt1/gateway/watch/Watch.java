package vn.kt1.gateway.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.server.ServerSettings;

/**
 * Reads the numbers for health and measures once for all calls within a second. When the database
 * is away, one call waits for it once, and the next calls do not ask again at once.
 */
@Component
class Watch {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration AWAY = Duration.ofSeconds(10);
  private static final String DATABASE = "database";

  private final Today today;
  private final EvidenceCheck evidence;
  private final List<String> partners;
  private final int evidenceRows;
  private final Cache<Class<?>, Object> seen;
  private final Cache<String, RuntimeException> away;

  Watch(
      Today today,
      EvidenceCheck evidence,
      Directory directory,
      ServerSettings settings,
      Clock clock) {
    this.today = today;
    this.evidence = evidence;
    this.partners = directory.partners().stream().map(Partner::id).toList();
    this.evidenceRows = settings.evidenceRows();
    Ticker ticker = () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    this.seen = Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build();
    this.away = Caffeine.newBuilder().expireAfterWrite(AWAY).ticker(ticker).build();
  }

  Today.Owed owed() {
    return read(Today.Owed.class, today::owed);
  }

  EvidenceCheck.Found evidence() {
    return read(EvidenceCheck.Found.class, () -> evidence.newest(evidenceRows));
  }

  @Nullable Instant lastTaken(String partner) {
    return read(Taken.class, () -> new Taken(today.lastTaken(partners))).last().get(partner);
  }

  private record Taken(Map<String, Instant> last) {}

  private synchronized <T> T read(Class<T> what, Supplier<T> source) {
    Object known = seen.getIfPresent(what);
    if (known != null) {
      return what.cast(known);
    }
    RuntimeException failure = away.getIfPresent(DATABASE);
    if (failure != null) {
      throw failure;
    }
    try {
      T value = source.get();
      seen.put(what, value);
      return value;
    } catch (RuntimeException e) {
      away.put(DATABASE, e);
      throw e;
    }
  }
}
