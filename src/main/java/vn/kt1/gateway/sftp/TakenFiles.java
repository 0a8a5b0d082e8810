package vn.kt1.gateway.sftp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Looks again, for a while, at files that were taken because they had stopped growing: whoever goes
 * on writing writes into the moved file. Such a file goes back to where it is taken, so that what
 * was added counts too. Looked at after once, twice, four times the time a file has to rest.
 */
@Component("takenFiles")
public class TakenFiles {

  private static final Logger LOG = LoggerFactory.getLogger(TakenFiles.class);

  /** Of more at once, as after a long rest, the first are watched. */
  private static final int MOST = 10_000;

  /** A file as it was answered, and where it lies since. */
  record Taken(
      DropLayout layout,
      String directory,
      String name,
      String path,
      SftpFolder.State state,
      String digest,
      Instant since,
      Instant next) {

    Taken seen(SftpFolder.State now, Instant later) {
      return new Taken(layout, directory, name, path, now, digest, since, later);
    }
  }

  private final Map<String, Taken> files = new ConcurrentHashMap<>();
  private final DoorSettings settings;
  private final SftpLine line;
  private final DropAlarms alarms;
  private final Clock clock;

  TakenFiles(DoorSettings settings, SftpLine line, DropAlarms alarms, Clock clock) {
    this.settings = settings;
    this.line = line;
    this.alarms = alarms;
    this.clock = clock;
  }

  void watch(
      DropLayout layout,
      String directory,
      String name,
      String path,
      SftpFolder.State state,
      String digest) {
    if (files.size() >= MOST) {
      return;
    }
    Instant now = clock.instant();
    Instant next = now.plus(settings.settle());
    files.put(path, new Taken(layout, directory, name, path, state, digest, now, next));
  }

  /**
   * May be called as often as one likes.
   *
   * @throws Unavailable when a server is away; its files are looked at later
   */
  public void look() {
    try {
      lookAt(DropLayout.PARTNER, settings.drop());
    } finally {
      lookAt(DropLayout.POST, settings.post());
    }
  }

  private void lookAt(DropLayout layout, SftpSettings server) {
    Instant now = clock.instant();
    List<Taken> due =
        files.values().stream()
            .filter(file -> file.layout() == layout && !file.next().isAfter(now))
            .toList();
    if (!due.isEmpty()) {
      line.at(server, ".", folder -> due.forEach(file -> lookAgain(folder, file)));
    }
  }

  void lookAgain(SftpFolder folder, Taken file) {
    SftpFolder.State now = folder.state(file.path()).orElse(null);
    if (now == null) {
      files.remove(file.path());
    } else if (now.equals(file.state()) || unchanged(folder, file)) {
      later(file, now);
    } else {
      changed(folder, file, now);
    }
  }

  private boolean unchanged(SftpFolder folder, Taken file) {
    return folder
        .readSmall(file.path(), Math.toIntExact(settings.largestFile().toBytes()))
        .map(Sha256::of)
        .filter(file.digest()::equals)
        .isPresent();
  }

  private void later(Taken file, SftpFolder.State state) {
    Duration passed = Duration.between(file.since(), clock.instant());
    if (passed.compareTo(settings.overdue()) >= 0) {
      files.remove(file.path());
    } else {
      files.put(file.path(), file.seen(state, clock.instant().plus(passed)));
    }
  }

  /** Told before it goes back: what is told twice is told once. */
  private void changed(SftpFolder folder, Taken file, SftpFolder.State now) {
    LOG.warn("a file was still written after it had been taken: folder {}", file.directory());
    alarms.changed(file.directory(), file.name(), file.digest());
    String back = file.directory() + "/" + file.name();
    if (folder.exists(back)) {
      later(file, now); // another of that name is taken first
    } else {
      folder.rename(file.path(), back);
      files.remove(file.path());
    }
  }
}
