package vn.kt1.gateway.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.ledger.Today;

/**
 * Reads what health and measures need, once for all who ask within a second; a database that is
 * away is not asked again at once, so that one call waits for it once and not for each component.
 */
@Component
class Watch {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration AWAY = Duration.ofSeconds(10);

  private record Seen(Instant at, Object value) {}

  private final Today today;
  private final EvidenceCheck evidence;
  private final List<String> partners;
  private final int evidenceRows;
  private final Clock clock;
  private final Map<String, Seen> seen = new HashMap<>();
  private @Nullable Instant awaySince;
  private @Nullable RuntimeException away;

  Watch(
      Today today,
      EvidenceCheck evidence,
      Directory directory,
      AdminSettings settings,
      Clock clock) {
    this.today = today;
    this.evidence = evidence;
    this.partners = directory.partners().stream().map(Partner::id).toList();
    this.evidenceRows = settings.evidenceRows();
    this.clock = clock;
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
    Instant now = clock.instant();
    Seen known = seen.get(what.getName());
    if (known != null && known.at().plus(FRESH).isAfter(now)) {
      return what.cast(known.value());
    }
    if (away != null && awaySince != null && awaySince.plus(AWAY).isAfter(now)) {
      throw away;
    }
    try {
      T value = source.get();
      seen.put(what.getName(), new Seen(now, value));
      away = null;
      return value;
    } catch (RuntimeException e) {
      away = e;
      awaySince = clock.instant();
      throw e;
    }
  }
}
