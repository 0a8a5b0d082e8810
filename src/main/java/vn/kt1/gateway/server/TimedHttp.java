package vn.kt1.gateway.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with limits against slow clients. Tomcat measures each read separately, so one
 * byte every few seconds keeps a connection for hours. Here the head of a request has a deadline,
 * only some of the threads wait for bodies, and no thread serves one call for ever. Tomcat creates
 * this class by its name, so it is public and has no constructor arguments.
 */
public final class TimedHttp extends Http11NioProtocol {

  private static final int LOOK_MILLIS = 500;

  private final LateLines late = new LateLines();
  private volatile SlowSettings settings = SlowSettings.usual();
  private volatile Semaphore rests = new Semaphore(0);
  private volatile Semaphore waiting = new Semaphore(0);

  void limits(SlowSettings given) {
    settings = given;
    rests = new Semaphore(given.rests());
    waiting = new Semaphore(given.waiting());
  }

  @Override
  public void start() throws Exception {
    super.start();
    getUtilityExecutor()
        .scheduleWithFixedDelay(late::cut, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected Processor createProcessor() {
    return new Timed(this, new Answered(getAdapter()));
  }

  private static final class Timed extends Http11Processor implements Answered.Call {
    private final TimedHttp http;
    private final WaitedBody body;

    Timed(TimedHttp http, Answered adapter) {
      super((AbstractHttp11Protocol<?>) http, adapter);
      this.http = http;
      this.body = new WaitedBody(request.getInputBuffer(), this::mustWait);
      request.setInputBuffer(body);
      adapter.tell(this);
    }

    /**
     * For a chunked body it is unknown how many bytes must arrive before the next piece can be
     * read.
     */
    private boolean mustWait() {
      boolean chunked = request.getContentLengthLong() < 0;
      return request.getReadListener() == null
          && !isRequestBodyFullyRead()
          && (chunked || available(true) == 0);
    }

    @Override
    public void begins() {
      body.next(http.waiting, http.settings.body());
      goesOn();
    }

    @Override
    public void goesOn() {
      http.late.serve(getSocketWrapper(), http.settings.service());
    }

    /** Tomcat calls this again whenever another part of a head arrives. */
    @Override
    public SocketState service(SocketWrapperBase<?> line) throws IOException {
      long started = request.getStartTimeNanos();
      boolean late = started >= 0 && System.nanoTime() - started > http.settings.head().toNanos();
      return late ? SocketState.CLOSED : super.service(line);
    }

    /**
     * SECURITY: a request that Tomcat refuses while it reads the head reaches no filter and no
     * valve.
     */
    @Override
    protected void setErrorState(ErrorState state, @Nullable Throwable failure) {
      if (!response.isCommitted()) {
        AnswerHeaders.write(
            http.isSSLEnabled(),
            (name, value) -> {
              if (response.getMimeHeaders().getHeader(name) == null) {
                response.setHeader(name, value);
              }
            });
      }
      super.setErrorState(state, failure);
    }

    /**
     * The answer is sent. A client that is still sending gets a short time to read it before the
     * connection is cut; otherwise it would never see why. The time and the number of such
     * connections are limited.
     */
    @Override
    public void ends() {
      http.late.served(getSocketWrapper());
      if (isAsync() || isRequestBodyFullyRead() || !getErrorState().isIoAllowed()) {
        return;
      }
      if (request.hasExpectation()) {
        return; // it has not begun to send
      }
      SocketWrapperBase<?> line = getSocketWrapper();
      long usual = line.getReadTimeout();
      if (response.getStatus() == 408 || body.givenUp() || !rest(line)) {
        disableSwallowRequest();
        setErrorState(ErrorState.CLOSE_CLEAN, null);
      }
      line.setReadTimeout(usual);
    }

    /** True when the rest of the body was read to its end. */
    private boolean rest(SocketWrapperBase<?> line) {
      Semaphore places = http.rests;
      if (!places.tryAcquire()) {
        return false;
      }
      try {
        return restRead(line, System.nanoTime() + http.settings.rest().toNanos());
      } catch (IOException gone) {
        return false;
      } finally {
        places.release();
      }
    }

    private boolean restRead(SocketWrapperBase<?> line, long until) throws IOException {
      Unread unread = new Unread();
      long left = http.getMaxSwallowSize();
      while (true) {
        long millis = (until - System.nanoTime()) / 1_000_000;
        if (left < 0 || millis <= 0) {
          return false;
        }
        line.setReadTimeout(millis);
        int read = request.doRead(unread);
        if (read < 0) {
          return true;
        }
        left -= read;
      }
    }
  }

  /** Drops what it is given. */
  private static final class Unread implements ApplicationBufferHandler {
    private ByteBuffer buffer = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer given) {
      buffer = given;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // It needs no room: Tomcat hands over a buffer of its own.
    }
  }
}
