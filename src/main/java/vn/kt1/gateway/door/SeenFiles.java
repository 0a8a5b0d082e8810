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

  /** A file as it was last seen: unchanged since, and there since. */
  record Seen(long size, long modified, Instant unchangedSince, Instant first, Instant last) {}

  private final Map<String, Seen> files = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration forgottenAfter;

  /** A file not seen for {@code forgottenAfter} is gone; the next of its name is another. */
  SeenFiles(Clock clock, Duration forgottenAfter) {
    this.clock = clock;
    this.forgottenAfter = forgottenAfter;
  }

  Seen look(String path, long size, long modified) {
    Instant now = clock.instant();
    files.values().removeIf(seen -> seen.last().plus(forgottenAfter).isBefore(now));
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
