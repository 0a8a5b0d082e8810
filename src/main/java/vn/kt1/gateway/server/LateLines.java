package vn.kt1.gateway.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections that threads are serving, each with its deadline. A client that sends or reads
 * one byte now and then keeps its thread inside one read or write, where nothing else checks the
 * time.
 */
final class LateLines {

  private final Map<SocketWrapperBase<?>, Long> served = new ConcurrentHashMap<>();

  void serve(SocketWrapperBase<?> line, Duration longest) {
    served.put(line, System.nanoTime() + longest.toNanos());
  }

  void served(SocketWrapperBase<?> line) {
    served.remove(line);
  }

  /** Ends every connection past its deadline. The thread that waits for it wakes up. */
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
   * Shuts the connection but does not close it. Only the thread that serves it closes it, so no
   * other request gets its buffers before.
   */
  private static void end(SocketWrapperBase<?> line) {
    if (line.getSocket() instanceof NioChannel channel) {
      SocketChannel socket = channel.getIOChannel();
      try {
        socket.shutdownInput();
        socket.shutdownOutput();
      } catch (IOException gone) {
        // It is closed already.
      }
    }
  }
}
