package vn.kt1.gateway.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, for every reader on every path. SECURITY: bytes that have arrived are
 * given at once. Only a few threads may wait for the others, and only until a deadline, so that
 * threads are left for other callers.
 */
final class WaitedBody implements InputBuffer {

  private final InputBuffer body;
  private final BooleanSupplier mustWait;
  private Semaphore places = new Semaphore(0);
  private long until;
  private boolean givenUp;

  WaitedBody(InputBuffer body, BooleanSupplier mustWait) {
    this.body = body;
    this.mustWait = mustWait;
  }

  /** Begins the next request of the connection. */
  void next(Semaphore those, Duration longest) {
    places = those;
    until = System.nanoTime() + longest.toNanos();
    givenUp = false;
  }

  /** Whether it gave up waiting for the rest. */
  boolean givenUp() {
    return givenUp;
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (!mustWait.getAsBoolean()) {
      return body.doRead(handler);
    }
    if (System.nanoTime() - until > 0 || !places.tryAcquire()) {
      givenUp = true;
      throw new SocketTimeoutException("the body comes too slowly");
    }
    try {
      return body.doRead(handler);
    } finally {
      places.release();
    }
  }

  @Override
  public int available() {
    return body.available();
  }
}
