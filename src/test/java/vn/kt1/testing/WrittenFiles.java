package vn.kt1.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The files that this thread writes, as the virtual machine's own recorder sees them. */
public final class WrittenFiles {

  /** Does something whose files are of interest. */
  public interface Action {
    void run() throws IOException;
  }

  private WrittenFiles() {}

  public static List<String> by(Action action) throws IOException {
    Path kept = Files.createTempFile("recording", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileWrite").withoutThreshold();
      recording.start();
      action.run();
      recording.stop();
      recording.dump(kept);
      return RecordingFile.readAllEvents(kept).stream()
          .filter(write -> write.getThread().getJavaThreadId() == Thread.currentThread().getId())
          .map(WrittenFiles::path)
          .toList();
    } finally {
      Files.delete(kept);
    }
  }

  /** Standard output has no path. */
  private static String path(RecordedEvent write) {
    return String.valueOf(write.getString("path"));
  }
}
