package vn.kt1.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A line on the loopback address to a port behind it, which a test may cut or keep cut. */
public final class CutProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final AtomicLong allowance = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong passed = new AtomicLong();
  private final AtomicBoolean once = new AtomicBoolean();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;

  public CutProxy(int targetPort) throws IOException {
    this.target = targetPort;
    this.entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Cuts every line once that many more bytes, of both directions together, have passed. */
  public void cutAfter(long bytes) {
    once.set(false);
    allowance.set(bytes);
  }

  /** The same once: whoever calls again afterwards is let through. */
  public void cutOnceAfter(long bytes) {
    once.set(true);
    allowance.set(bytes);
  }

  /** Whether a single cut that was asked for is still to come. */
  public boolean toBeCut() {
    return once.get();
  }

  /** Bytes of both directions together since the line was laid. */
  public long passed() {
    return passed.get();
  }

  /** Cuts every line now and hangs up on new callers. */
  public void refuse() {
    refusing = true;
    cutAll();
  }

  /** Lets everything pass again. */
  public void heal() {
    once.set(false);
    allowance.set(Long.MAX_VALUE);
    refusing = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cutAll();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        join(entrance.accept());
      } catch (IOException closedOrNobodyBehind) {
        // the next caller finds out
      }
    }
  }

  private void join(Socket caller) throws IOException {
    open.add(caller);
    if (refusing) {
      cut(caller);
      return;
    }
    try {
      Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), target);
      open.add(behind);
      thread(() -> pump(caller, behind));
      thread(() -> pump(behind, caller));
    } catch (IOException nobodyBehind) {
      cut(caller);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passed.addAndGet(read);
        long left = allowance.getAndAdd(-read);
        out.write(buffer, 0, (int) Math.max(0, Math.min(read, left)));
        if (left <= read) {
          if (once.compareAndSet(true, false)) {
            allowance.set(Long.MAX_VALUE);
          }
          cutAll();
          return;
        }
      }
    } catch (IOException cut) {
      // the other end learns by the closing
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void cutAll() {
    open.forEach(CutProxy::cut);
  }

  private static void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // a reset, as of a line that breaks
    } catch (IOException alreadyClosed) {
      // as wanted
    }
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // as wanted
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
