package vn.kt1.gateway.door;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.door.DropAnswer.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Files that the post has put above its two folders, where nobody would ever read them. */
@Component
class StrayFiles {

  private static final String ROOT = "from-post";

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

  /** Each is told and answered once it has rested. */
  void look(SftpFolder folder) {
    for (SftpFolder.Entry file : folder.files(ROOT)) {
      String name = file.name();
      String path = ROOT + "/" + name;
      if (!FileName.temporary(name)
          && !FileName.digest(name)
          && SeenFiles.unchangedFor(
              files.look(path, file.state().size(), file.state().modified()), settings.settle())) {
        answer(folder, name, file.state());
        files.forget(path);
      }
    }
  }

  private void answer(SftpFolder folder, String name, SftpFolder.State state) {
    String id =
        FileName.allowed(name)
            ? Problem.correlationIdOf(ROOT + " " + name + " " + state)
            : Problem.newCorrelationId();
    alarms.postFileRefused(ROOT, name, id);
    Rejected rejected = new Rejected(Fault.of(Code.FILE_NAME, "", "wrong-folder"));
    DropAnswer answer = new DropAnswer(Fate.REFUSED, DropAnswers.POST.refused(rejected, id));
    placing.place(folder, ROOT, name, answer, false);
  }
}
