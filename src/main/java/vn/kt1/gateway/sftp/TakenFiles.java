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
 * Checks for a while the files that were taken because they had stopped growing: a program that
 * still writes goes on in the moved file. Such a file is put back, so that the added part counts
 * too. The checks come after one, two and four times the time a file must rest.
 */
@Component("takenFiles")
public class TakenFiles {

  private static final Logger LOG = LoggerFactory.getLogger(TakenFiles.class);

  /** The most files watched; of more, the first ones. */
  private static final int MOST = 10_000;

  /** A file as it was when answered, and its place since then. */
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
   * May be called at any time, any number of times.
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

  /** Reports before the file goes back; a repeated report counts once. */
  private void changed(SftpFolder folder, Taken file, SftpFolder.State now) {
    LOG.warn("a file was still written after it had been taken: folder {}", file.directory());
    alarms.changed(file.directory(), file.name(), file.digest());
    String back = file.directory() + "/" + file.name();
    if (folder.exists(back)) {
      later(file, now); // another file with this name is taken first
    } else {
      folder.rename(file.path(), back);
      files.remove(file.path());
    }
  }
}
