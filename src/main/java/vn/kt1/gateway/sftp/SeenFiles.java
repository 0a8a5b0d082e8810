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
 * Remembers size and time of files, to tell when a file has stopped growing. After a restart the
 * wait begins anew, so a file may be late but is never taken in part.
 */
final class SeenFiles {

  /** A file as last seen: since when it is unchanged, and since when it is there. */
  record Seen(long size, long modified, Instant unchangedSince, Instant first, Instant last) {}

  private final Map<String, Seen> files;
  private final Clock clock;

  /**
   * A file that was not seen for {@code forgottenAfter} is gone; the next file with its name is
   * another one.
   */
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

  /**
   * The file as it was listed last. It does not ask the server, so one listing never counts twice.
   */
  @Nullable Seen listed(String path) {
    return files.get(path);
  }

  /** Whether another file whose name begins like this was listed since then. */
  boolean anyBeginning(String path, String but, Instant since) {
    return files.entrySet().stream()
        .anyMatch(
            file ->
                file.getKey().startsWith(path)
                    && !file.getKey().equals(but)
                    && !FileName.digest(file.getKey())
                    && !file.getValue().last().isBefore(since));
  }

  /** Counts up to the last listing, because the time since then says nothing about the file. */
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
