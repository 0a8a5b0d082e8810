package vn.kt1.gateway.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what files looked like, to tell when one has stopped growing. After a restart the
 * waiting begins anew, which delays a file and never takes half of one.
 */
final class SeenFiles {

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  /** A file as it was last seen: unchanged since, and there since. */
  record Seen(long size, long modified, Instant unchangedSince, Instant first, Instant last) {}

  private final Map<String, Seen> files = new ConcurrentHashMap<>();
  private final Clock clock;

  SeenFiles(Clock clock) {
    this.clock = clock;
  }

  Seen look(String path, long size, long modified) {
    Instant now = clock.instant();
    files.values().removeIf(seen -> seen.last().plus(FORGOTTEN_AFTER).isBefore(now));
    return files.merge(
        path,
        new Seen(size, modified, now, now, now),
        (before, fresh) ->
            before.size() == size && before.modified() == modified
                ? new Seen(size, modified, before.unchangedSince(), before.first(), now)
                : new Seen(size, modified, now, before.first(), now));
  }

  boolean unchangedFor(Seen seen, Duration time) {
    return !seen.unchangedSince().plus(time).isAfter(clock.instant());
  }

  boolean thereFor(Seen seen, Duration time) {
    return !seen.first().plus(time).isAfter(clock.instant());
  }

  void forget(String path) {
    files.remove(path);
  }
}
