package vn.kt1.gateway.admin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with what it lacks against slow clients: it measures each read by itself, so a
 * byte every few seconds keeps a line for hours. Here the head of a request must be there in a
 * time, and what a refused caller still sends is not waited for on a thread. Tomcat makes it by its
 * name, so it is public and has no arguments.
 */
public final class TimedHttp extends Http11NioProtocol {

  private volatile SlowSettings settings =
      new SlowSettings(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ZERO, 0, 1);
  private volatile Semaphore rests = new Semaphore(0);

  void limits(SlowSettings given) {
    settings = given;
    rests = new Semaphore(given.rests());
  }

  @Override
  protected Processor createProcessor() {
    return new Timed(this, new Ended(getAdapter()));
  }

  private static final class Timed extends Http11Processor {
    private final TimedHttp http;

    Timed(TimedHttp http, Ended adapter) {
      super((AbstractHttp11Protocol<?>) http, adapter);
      this.http = http;
      adapter.processor = this;
    }

    /** Called again whenever something more of a head has come. */
    @Override
    public SocketState service(SocketWrapperBase<?> line) throws IOException {
      long started = request.getStartTimeNanos();
      boolean late = started >= 0 && System.nanoTime() - started > http.settings.head().toNanos();
      return late ? SocketState.CLOSED : super.service(line);
    }

    /** SECURITY: what Tomcat refuses while it reads a head reaches no filter and no valve. */
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
     * The answer is out. A client that is still sending gets a moment to read it before the line is
     * cut, else it would never see why; but only a moment, and only so many of them.
     */
    void ended() {
      if (isAsync() || isRequestBodyFullyRead() || !getErrorState().isIoAllowed()) {
        return;
      }
      if (request.hasExpectation()) {
        return; // it has not begun to send
      }
      SocketWrapperBase<?> line = getSocketWrapper();
      long usual = line.getReadTimeout();
      if (response.getStatus() == 408 || !rest(line)) {
        disableSwallowRequest();
        setErrorState(ErrorState.CLOSE_CLEAN, null);
      }
      line.setReadTimeout(usual);
    }

    /** True when it was read to its end. */
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

  /** Knows when a request has been answered. */
  private static final class Ended implements Adapter {
    private final Adapter adapter;
    private @Nullable Timed processor;

    Ended(Adapter adapter) {
      this.adapter = adapter;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
      adapter.service(request, response);
      ended();
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event)
        throws Exception {
      boolean done = adapter.asyncDispatch(request, response, event);
      ended();
      return done;
    }

    private void ended() {
      if (processor != null) {
        processor.ended();
      }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
      return adapter.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
      adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
      adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
      return adapter.getDomain();
    }
  }

  /** Looks at nothing of it. */
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
      // It is given what there is.
    }
  }
}
