package vn.kt1.gateway.sftp;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.sftp.DropAnswer.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;

/** Files that the post has put beside its folders, where nobody reads them. */
@Component
class StrayFiles {

  private static final String ROOT = "from-post";
  private static final Set<String> FEEDS = Set.of("receipts", "invoices", "monthly", "status");

  private final DoorSettings settings;
  private final DropAlarms alarms;
  private final DropPlacing placing;
  private final SeenFiles files;

  StrayFiles(DoorSettings settings, DropAlarms alarms, Clock clock) {
    this.settings = settings;
    this.alarms = alarms;
    this.placing = new DropPlacing(DropLayout.POST, clock);
    this.files = new SeenFiles(clock, settings.overdue().multipliedBy(4));
  }

  /** Reports and answers each file once it has rested. */
  void look(SftpFolder folder) {
    lookInto(folder, ROOT);
    for (String name : folder.folders(ROOT)) {
      if (!name.startsWith(".") && !FEEDS.contains(name) && FileName.allowed(name)) {
        lookInto(folder, ROOT + "/" + name);
      }
    }
  }

  private void lookInto(SftpFolder folder, String where) {
    for (SftpFolder.Entry file : folder.files(where)) {
      String name = file.name();
      String path = where + "/" + name;
      SeenFiles.Seen seen = files.look(path, file.state().size(), file.state().modified());
      if (!FileName.temporary(name)
          && !FileName.digest(name)
          && SeenFiles.unchangedFor(seen, settings.settle())) {
        answer(folder, where, file);
        files.forget(path);
      }
    }
  }

  private void answer(SftpFolder folder, String where, SftpFolder.Entry file) {
    String id =
        FileName.allowed(file.name())
            ? Problem.correlationIdOf(where + " " + file)
            : Problem.newCorrelationId();
    alarms.postFileRefused(where, file.name(), id);
    Rejected rejected = new Rejected(Fault.of(Code.FILE_NAME, "", "wrong-folder"));
    DropAnswer answer = new DropAnswer(Fate.REFUSED, DropAnswers.POST.refused(rejected, id));
    placing.place(folder, where, file.name(), answer, false);
  }
}
