package vn.kt1.gateway.sftp;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.file.GenericFile;
import vn.kt1.gateway.sftp.DropAnswer.Fate;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;

/** Writes the answer beside a dropped file, and then moves or deletes the file. */
final class DropPlacing {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(VietnamTime.VIETNAM);

  private final DropLayout layout;
  private final Clock clock;
  private final AtomicInteger strangers = new AtomicInteger();

  DropPlacing(DropLayout layout, Clock clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /**
   * The id of one file as it was dropped, so that a second attempt is not a new occasion. SECURITY:
   * an invalid name is never part of it.
   */
  static String correlationId(GenericFile<?> file) {
    String name = file.getFileNameOnly();
    return FileName.allowed(name) && !FileName.tellsOfDocument(name)
        ? Problem.correlationIdOf(
            String.join(
                " ",
                file.getAbsoluteFilePath(),
                String.valueOf(file.getFileLength()),
                String.valueOf(file.getLastModified())))
        : Problem.newCorrelationId();
  }

  /**
   * Writes the answer, then moves or deletes the file, and returns its new place. The checksum is
   * deleted before the file, so that it cannot refuse the next file with this name. Where a
   * checksum is required it is deleted last, so that the file never stands without it.
   */
  String place(
      SftpFolder folder, String directory, String name, DropAnswer answer, boolean checksumLast) {
    String path = directory + "/" + name;
    String shown = shownName(name, answer.fate());
    answer(folder, directory, shown, answer);
    if (!checksumLast) {
      SideFile.delete(folder, path);
    }
    String to = destination(directory, shown, answer);
    if (answer.fate() == Fate.DELETED) {
      folder.delete(path);
    } else {
      folder.move(path, to, stamp());
    }
    if (answer.fate() == Fate.TAKEN) {
      layout.date(folder, to, clock.instant());
    }
    SideFile.delete(folder, path);
    return to;
  }

  private String destination(String directory, String shown, DropAnswer answer) {
    return answer.fate() == Fate.PARKED
        ? directory + "/.parked/" + shown
        : place(directory, shown, answer).file();
  }

  private void answer(SftpFolder folder, String directory, String shown, DropAnswer answer) {
    layout.folders(directory).forEach(folder::ensure);
    if (answer.fate() != Fate.PARKED) {
      folder.writeWhole(place(directory, shown, answer).answer(), answer.json().get());
    }
    if (answer.fate() == Fate.TAKEN) {
      layout.forgetRefusal(folder, directory, shown, stamp());
    }
  }

  private DropLayout.Place place(String directory, String shown, DropAnswer answer) {
    return layout.place(directory, shown, answer.fate() == Fate.TAKEN);
  }

  /**
   * An invalid name, or one that tells of a document, may hold content. The answer then gets a
   * neutral name.
   */
  private String shownName(String name, Fate fate) {
    boolean named =
        FileName.allowed(name) && (fate != Fate.DELETED || !FileName.tellsOfDocument(name));
    return named ? name : stamp() + "-" + strangers.incrementAndGet();
  }

  private String stamp() {
    return STAMP.format(clock.instant());
  }
}
