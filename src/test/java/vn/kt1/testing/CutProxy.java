package vn.kt1.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line on the loopback address to a port behind it, which a test may cut or keep cut. */
public final class CutProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private long allowance = Long.MAX_VALUE;
  private long passed;
  private boolean once;
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
  public synchronized void cutAfter(long bytes) {
    once = false;
    allowance = bytes;
  }

  /** The same once: whoever calls again afterwards is let through. */
  public synchronized void cutOnceAfter(long bytes) {
    once = true;
    allowance = bytes;
  }

  /** Whether a single cut that was asked for is still to come. */
  public synchronized boolean toBeCut() {
    return once;
  }

  /** Bytes of both directions together since the line was laid. */
  public synchronized long passed() {
    return passed;
  }

  /** Cuts every line now and hangs up on new callers. */
  public void refuse() {
    refusing = true;
    cutAll();
  }

  /** Lets everything pass again. */
  public synchronized void heal() {
    once = false;
    allowance = Long.MAX_VALUE;
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
      caller.setTcpNoDelay(true); // else question and answer wait 40 ms for one another
      behind.setTcpNoDelay(true);
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
        if (cut(buffer, read, out)) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException cut) {
      // the other end learns by the closing
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** In one piece, so that a cut is over before heal() has returned. */
  private synchronized boolean cut(byte[] buffer, int read, OutputStream out) throws IOException {
    passed += read;
    long left = allowance;
    allowance -= read;
    if (read < left) {
      return false;
    }
    allowance = once ? Long.MAX_VALUE : 0;
    once = false;
    try {
      out.write(buffer, 0, (int) left);
    } finally {
      cutAll();
    }
    return true;
  }

  /** Whoever calls again while the lines are being cut is not among them. */
  private void cutAll() {
    List.copyOf(open).forEach(CutProxy::cut);
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
