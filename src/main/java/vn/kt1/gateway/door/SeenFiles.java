package vn.kt1.gateway.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
  private Instant nextSweep = Instant.MIN;

  /** A file not seen for {@code forgottenAfter} is gone; the next of its name is another. */
  SeenFiles(Clock clock, Duration forgottenAfter) {
    this.clock = clock;
    this.forgottenAfter = forgottenAfter;
  }

  Seen look(String path, long size, long modified) {
    Instant now = clock.instant();
    forgetTheGone(now);
    return files.merge(
        path,
        new Seen(size, modified, now, now, now),
        (before, fresh) -> gone(before, now) ? fresh : seenAgain(before, fresh));
  }

  private boolean gone(Seen before, Instant now) {
    return before.last().plus(forgottenAfter).isBefore(now);
  }

  private static Seen seenAgain(Seen before, Seen fresh) {
    boolean same = before.size() == fresh.size() && before.modified() == fresh.modified();
    Instant since = same ? before.unchangedSince() : fresh.unchangedSince();
    return new Seen(fresh.size(), fresh.modified(), since, before.first(), fresh.last());
  }

  /** Not at each look: a folder may hold fifty thousand files. */
  private synchronized void forgetTheGone(Instant now) {
    if (now.isBefore(nextSweep)) {
      return;
    }
    nextSweep = now.plus(forgottenAfter.dividedBy(2));
    files.values().removeIf(seen -> gone(seen, now));
  }

  /** As it was listed last; nothing is looked at anew, so that one listing never counts twice. */
  @Nullable Seen listed(String path) {
    return files.get(path);
  }

  /** Between two listings: that time has passed since the last one tells nothing of the file. */
  static boolean unchangedFor(Seen seen, Duration time) {
    return !seen.unchangedSince().plus(time).isAfter(seen.last());
  }

  static boolean thereFor(Seen seen, Duration time) {
    return !seen.first().plus(time).isAfter(seen.last());
  }

  void forget(String path) {
    files.remove(path);
  }
}
