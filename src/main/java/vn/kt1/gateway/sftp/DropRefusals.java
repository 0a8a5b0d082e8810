package vn.kt1.gateway.sftp;

import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.camel.component.file.GenericFile;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.sftp.DropAnswer.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.Correlation;

/** Refuses dropped files unread. Those who must know are told before the files go. */
final class DropRefusals {

  private final Drop drop;
  private final DropPlacing placing;
  private final DropAlarms alarms;

  DropRefusals(Drop drop, DropPlacing placing, DropAlarms alarms) {
    this.drop = drop;
    this.placing = placing;
    this.alarms = alarms;
  }

  void refuse(SftpFolder folder, String directory, String name, GenericFile<?> file, Fault fault) {
    Rejected rejected = new Rejected(fault);
    String id = DropPlacing.correlationId(file);
    Correlation.during(
        id,
        () -> {
          drop.refused().accept(rejected);
          boolean content = drop.answers().mayHoldContent(fault.code());
          Caller owner = drop.owner().apply(directory);
          if (content && owner != null) {
            alarms.refused(owner, id, file.getFileLength(), rejected);
          }
          Supplier<InputStream> answer = drop.answers().refused(rejected, id);
          DropAnswer answered = new DropAnswer(content ? Fate.DELETED : Fate.REFUSED, answer);
          tell(directory, name, id, answered);
          placing.place(folder, directory, name, answered, false);
        });
  }

  /**
   * The operators are told of a refused file of the post, because the post corrects it only when
   * somebody calls.
   */
  void tell(String directory, String name, String id, DropAnswer answer) {
    if (drop.layout() == DropLayout.POST && answer.fate() == Fate.REFUSED) {
      alarms.postFileRefused(directory, name, id);
    }
  }
}
