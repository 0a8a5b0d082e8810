package vn.kt1.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * A JVM that runs tests: makes the folder of temporary files that the build names for it, and ends
 * what its classes shared, the last one first.
 */
public final class Fork implements LauncherSessionListener {

  private static final Deque<AutoCloseable> SHARED = new ArrayDeque<>();

  static {
    // For a rig, which is no session of tests.
    Runtime.getRuntime().addShutdownHook(new Thread(Fork::end));
  }

  /** Closed after the last test, before whatever was there earlier. */
  static synchronized void closeAtTheEnd(AutoCloseable shared) {
    SHARED.push(shared);
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    end();
  }

  private static synchronized void end() {
    while (!SHARED.isEmpty()) {
      try {
        SHARED.pop().close();
      } catch (Exception e) {
        System.err.println("did not end cleanly: " + e);
      }
    }
  }
}
