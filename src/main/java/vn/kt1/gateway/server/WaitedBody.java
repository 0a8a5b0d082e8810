package vn.kt1.gateway.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, whoever reads it and on whatever path. SECURITY: what has come is given at
 * once; what has not is waited for on so few threads only that others are left, and until a time.
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

  /** Another request begins. */
  void next(Semaphore those, Duration longest) {
    places = those;
    until = System.nanoTime() + longest.toNanos();
    givenUp = false;
  }

  /** Whether the rest was not waited for. */
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
