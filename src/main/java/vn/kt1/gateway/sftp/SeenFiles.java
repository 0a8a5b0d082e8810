package vn.kt1.gateway.sftp;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.FileName;

/**
 * Remembers what files looked like, to tell when one has stopped growing. After a restart the
 * waiting begins anew, which delays a file and never takes half of one.
 */
final class SeenFiles {

  /** A file as it was last seen: unchanged since, and there since. */
  record Seen(long size, long modified, Instant unchangedSince, Instant first, Instant last) {}

  private final Map<String, Seen> files;
  private final Clock clock;

  /** A file not seen for {@code forgottenAfter} is gone; the next of its name is another. */
  SeenFiles(Clock clock, Duration forgottenAfter) {
    this.clock = clock;
    this.files =
        Caffeine.newBuilder()
            .expireAfterWrite(forgottenAfter)
            .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
            .<String, Seen>build()
            .asMap();
  }

  Seen look(String path, long size, long modified) {
    Instant now = clock.instant();
    return files.merge(path, new Seen(size, modified, now, now, now), SeenFiles::seenAgain);
  }

  private static Seen seenAgain(Seen before, Seen fresh) {
    boolean same = before.size() == fresh.size() && before.modified() == fresh.modified();
    Instant since = same ? before.unchangedSince() : fresh.unchangedSince();
    return new Seen(fresh.size(), fresh.modified(), since, before.first(), fresh.last());
  }

  /** As it was listed last; nothing is looked at anew, so that one listing never counts twice. */
  @Nullable Seen listed(String path) {
    return files.get(path);
  }

  /** Whether another file whose name begins so was listed since then. */
  boolean anyBeginning(String path, String but, Instant since) {
    return files.entrySet().stream()
        .anyMatch(
            file ->
                file.getKey().startsWith(path)
                    && !file.getKey().equals(but)
                    && !FileName.digest(file.getKey())
                    && !file.getValue().last().isBefore(since));
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
