package vn.kt1.gateway.door;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import vn.kt1.gateway.door.DropAnswer.Fate;

/** Puts the answer beside a dropped file, and then the file where its fate takes it. */
final class DropPlacing {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final DropLayout layout;
  private final Clock clock;
  private final AtomicInteger strangers = new AtomicInteger();

  DropPlacing(DropLayout layout, Clock clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /** Whether a file may be called that (CONTRACT, 4). */
  static boolean allowed(String name) {
    return NAME.matcher(name).matches();
  }

  void place(SftpFolder folder, String directory, String name, DropAnswer answer) {
    layout.folders(directory).forEach(folder::ensure);
    String path = directory + "/" + name;
    String shown = shownName(name);
    if (answer.fate() == Fate.PARKED) {
      folder.move(path, directory + "/.parked/" + shown, stamp());
    } else {
      var place = layout.place(directory, shown, answer.fate() == Fate.TAKEN);
      folder.writeWhole(place.answer(), answer.json());
      if (answer.fate() == Fate.DELETED) {
        folder.delete(path);
      } else {
        folder.move(path, place.file(), stamp());
      }
    }
    folder.delete(path + ".sha256");
  }

  /** A name that breaks the rule may itself hold content: the answer goes under a neutral one. */
  private String shownName(String name) {
    return allowed(name) ? name : stamp() + "-" + strangers.incrementAndGet();
  }

  private String stamp() {
    return STAMP.format(clock.instant());
  }
}
