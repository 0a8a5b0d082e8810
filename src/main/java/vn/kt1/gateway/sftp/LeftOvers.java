package vn.kt1.gateway.sftp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;

/**
 * Finds checksums that no longer belong to a file, so that they do not refuse the next file with
 * that name.
 */
final class LeftOvers {

  private final Drop drop;
  private final DoorSettings settings;
  private final SeenFiles files;
  private final DropAlarms alarms;
  private final Clock clock;

  LeftOvers(Drop drop, DoorSettings settings, SeenFiles files, DropAlarms alarms, Clock clock) {
    this.drop = drop;
    this.settings = settings;
    this.files = files;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** A checksum that has been there for long without its file, and without an unfinished one. */
  boolean alone(String path) {
    SeenFiles.Seen seen = files.listed(path);
    return FileName.checksum(path)
        && seen != null
        && SeenFiles.thereFor(seen, settings.overdue())
        && !files.anyBeginning(FileName.checked(path), path, recently());
  }

  private Instant recently() {
    return clock.instant().minus(settings.poll().multipliedBy(3)).minus(settings.settle());
  }

  /** Tells its owner and the operators, unless it belongs to the file that was taken last. */
  void remove(SftpFolder folder, String directory, String name, String id) {
    String path = directory + "/" + name;
    String checked = FileName.checked(name);
    if (folder.exists(directory + "/" + checked)) {
      return;
    }
    String digest =
        SideFile.of(folder, directory + "/" + checked).map(SideFile::digest).orElse(null);
    if (!lastOnes(folder, directory, checked, digest)) {
      alarms.checksumLeft(directory, name, id);
    }
    folder.delete(path);
    files.forget(path);
  }

  /**
   * Whether the checksum belongs to the previous file, or is much older than its own file. In the
   * second case people are told.
   */
  boolean isOne(
      SftpFolder folder, String directory, String name, SideFile checksum, long modified) {
    if (lastOnes(folder, directory, name, checksum.digest())) {
      return true;
    }
    String path = directory + "/" + name;
    Duration overdue = settings.overdue();
    long newest = Math.min(modified, clock.instant().toEpochMilli());
    boolean old = checksum.modified() + overdue.toMillis() <= newest || thereBefore(path, overdue);
    if (old) {
      String id = Problem.correlationIdOf(path + " " + checksum);
      alarms.checksumLeft(directory, name + ".sha256", id);
    }
    return old;
  }

  private boolean thereBefore(String path, Duration overdue) {
    SeenFiles.Seen file = files.listed(path);
    return SideFile.paths(path)
        .map(files::listed)
        .anyMatch(
            side ->
                side != null && file != null && !side.first().plus(overdue).isAfter(file.first()));
  }

  private boolean lastOnes(
      SftpFolder folder, String directory, String name, @Nullable String digest) {
    return digest != null
        && (digest.equals(digest(folder, directory, name, true))
            || digest.equals(digest(folder, directory, name, false)));
  }

  private @Nullable String digest(SftpFolder folder, String directory, String name, boolean taken) {
    return folder
        .readSmall(
            drop.layout().place(directory, name, taken).file(),
            Math.toIntExact(settings.largestFile().toBytes()))
        .map(Sha256::of)
        .orElse(null);
  }
}
