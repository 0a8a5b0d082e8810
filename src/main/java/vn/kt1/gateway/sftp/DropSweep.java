package vn.kt1.gateway.sftp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Removes old files from the servers: taken files of partners after their time, unfinished files of
 * our own after a crash, and files of the post in places where nobody reads them.
 */
@Component("dropSweep")
public class DropSweep {

  private static final Logger LOG = LoggerFactory.getLogger(DropSweep.class);

  /** The files we write first and rename then. Unfinished files of others stay. */
  private static final Pattern OURS =
      Pattern.compile(
          "(KT1-(ORDER|CANCEL)_|STATUS_).*\\.part|.*\\.(receipt|error|result)\\.json\\.part");

  private final Directory directory;
  private final DoorSettings settings;
  private final SftpLine line;
  private final StrayFiles strays;
  private final Clock clock;
  private final SeenFiles unfinished;

  DropSweep(
      Directory directory, DoorSettings settings, SftpLine line, StrayFiles strays, Clock clock) {
    this.directory = directory;
    this.settings = settings;
    this.line = line;
    this.strays = strays;
    this.clock = clock;
    this.unfinished = new SeenFiles(clock, settings.overdue().multipliedBy(4));
  }

  /**
   * May be called at any time, any number of times.
   *
   * @throws Unavailable when a server is away; the other one is swept all the same
   */
  public void sweep() {
    List<Partner> partners = directory.partners().stream().filter(Partner::sftp).toList();
    try {
      if (!partners.isEmpty()) {
        at(
            settings.drop(),
            folder -> partners.forEach(partner -> sweepPartner(folder, partner.id())));
      }
    } finally {
      at(settings.post(), this::sweepPost);
    }
  }

  private void at(SftpSettings server, Consumer<SftpFolder> work) {
    line.at(server, ".", work);
  }

  void sweepPartner(SftpFolder folder, String partner) {
    clearTaken(folder, partner + "/outbox/.done");
    for (String ours : List.of("/status", "/receipts", "/rejected")) {
      clearUnfinished(folder, partner + ours);
    }
  }

  void sweepPost(SftpFolder folder) {
    clearUnfinished(folder, "to-post/orders");
    clearUnfinished(folder, "to-post/cancellations");
    strays.look(folder);
  }

  private void clearTaken(SftpFolder folder, String done) {
    Instant oldest = clock.instant().minus(settings.keepDone());
    for (SftpFolder.Entry file : folder.files(done)) {
      if (file.state().modified() < oldest.toEpochMilli()) {
        folder.delete(done + "/" + file.name());
      }
    }
  }

  /**
   * Removes an unfinished file that nobody writes any more: owed work is written anew in any case.
   * A file whose final name already exists may go sooner.
   */
  private void clearUnfinished(SftpFolder folder, String where) {
    for (SftpFolder.Entry file : folder.files(where)) {
      if (OURS.matcher(file.name()).matches()) {
        String path = where + "/" + file.name();
        SeenFiles.Seen seen = unfinished.look(path, file.state().size(), file.state().modified());
        boolean old = SeenFiles.unchangedFor(seen, settings.overdue());
        if (old || SeenFiles.unchangedFor(seen, settings.settle()) && finished(folder, path)) {
          LOG.info("an unfinished file of ours is cleared: folder {}", where);
          folder.delete(path);
          unfinished.forget(path);
        }
      }
    }
  }

  private static boolean finished(SftpFolder folder, String path) {
    String whole =
        path.toLowerCase(Locale.ROOT).endsWith(".again.part")
            ? path.substring(0, path.length() - ".again.part".length())
            : path.substring(0, path.length() - ".part".length());
    int name = whole.lastIndexOf('/');
    return folder.exists(whole)
        || folder.exists(whole.substring(0, name) + "/.done" + whole.substring(name));
  }
}
