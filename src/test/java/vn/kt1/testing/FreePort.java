package vn.kt1.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Ports for servers that must know theirs before they start. Each is kept for this JVM until it
 * ends, by a lock that other JVMs respect; clients never use them, since they lie below the range
 * from which Linux takes the ports of clients.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int LAST = 31_999;
  private static final Path LOCKS = Path.of("/tmp/kt1-gateway-test-ports");

  /** Open for as long as the JVM lives: closing one would give its lock back. */
  private static final Set<FileChannel> KEPT = new HashSet<>();

  private static int next = FIRST + (int) (ProcessHandle.current().pid() % (LAST - FIRST));

  private FreePort() {}

  public static synchronized int next() throws IOException {
    Files.createDirectories(LOCKS);
    for (int tried = FIRST; tried <= LAST; tried++) {
      next = next < LAST ? next + 1 : FIRST;
      if (keeps(next) && nobodyListens(next)) {
        return next;
      }
    }
    throw new IOException("no free port between " + FIRST + " and " + LAST);
  }

  private static boolean keeps(int port) throws IOException {
    FileChannel file =
        FileChannel.open(
            LOCKS.resolve("" + port), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      return false;
    }
    return KEPT.add(file);
  }

  private static boolean nobodyListens(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
