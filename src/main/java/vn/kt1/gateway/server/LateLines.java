package vn.kt1.gateway.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Lines that a thread is serving, and until when it may: a client that sends or reads a byte now
 * and then holds its thread within one read or write, where nobody else looks at the time.
 */
final class LateLines {

  private final Map<SocketWrapperBase<?>, Long> served = new ConcurrentHashMap<>();

  void serve(SocketWrapperBase<?> line, Duration longest) {
    served.put(line, System.nanoTime() + longest.toNanos());
  }

  void served(SocketWrapperBase<?> line) {
    served.remove(line);
  }

  /** Whoever waits for such a line wakes up and finds it ended. */
  void cut() {
    long now = System.nanoTime();
    served.forEach(
        (line, until) -> {
          if (now - until > 0 && served.remove(line, until)) {
            end(line);
          }
        });
  }

  /**
   * Shut and not closed: the thread that serves it closes it, and nobody gets its buffers before.
   */
  private static void end(SocketWrapperBase<?> line) {
    if (line.getSocket() instanceof NioChannel channel) {
      SocketChannel socket = channel.getIOChannel();
      try {
        socket.shutdownInput();
        socket.shutdownOutput();
      } catch (IOException gone) {
        // So much the better.
      }
    }
  }
}
