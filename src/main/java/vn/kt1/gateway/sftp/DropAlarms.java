package vn.kt1.gateway.sftp;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;

/**
 * Tells people what happens to files. SECURITY: a partner's file is never named, because its name
 * may be content. A file of the post is named if its name is valid and tells no degree.
 */
@Component
class DropAlarms {

  private final Alarms alarms;

  DropAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  /** A file that was refused unread: an invalid name may be that of a document. */
  void refused(Caller owner, String id, long size, Rejected rejected) {
    alarms.refused(owner, id, size, rejected);
  }

  /** The operators are told, because the post corrects a file only when somebody calls. */
  void postFileRefused(String directory, String name, String id) {
    alarms.raise(
        new Trouble(
            "post-file-refused",
            id,
            Text.of("trouble.post-file-refused", shownPath(directory), shown(name))));
  }

  void changed(String directory, String name, String digest) {
    alarms.raise(
        trouble("file-changed", directory, name, idOf(directory + "/" + name + " " + digest)));
  }

  void checksumLeft(String directory, String name, String id) {
    alarms.raise(trouble("checksum-left", directory, name, id));
  }

  private static Trouble trouble(String source, String directory, String name, String id) {
    Optional<String> partner = partner(directory);
    String file = partner.isPresent() ? id : shown(name);
    String where = partner.isPresent() ? directory : shownPath(directory);
    return new Trouble(source, id, Text.of("trouble." + source, where, file), partner.orElse(null));
  }

  /** A partner's tree has the partner's id as its name. The post's folders are below from-post. */
  private static Optional<String> partner(String directory) {
    return directory.endsWith("/outbox")
        ? Optional.of(directory.substring(0, directory.indexOf('/')))
        : Optional.empty();
  }

  private static String idOf(String occasion) {
    return Problem.correlationIdOf(occasion);
  }

  /** The post may make folders too, so a folder's name is shown only if it is valid. */
  private static String shownPath(String directory) {
    return Arrays.stream(directory.split("/")).map(DropAlarms::shown).collect(joining("/"));
  }

  private static String shown(String name) {
    return FileName.allowed(name) ? PostFile.shownName(name) : "*";
  }
}
