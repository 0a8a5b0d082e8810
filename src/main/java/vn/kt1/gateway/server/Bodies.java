package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Problem;

/**
 * Reads bodies within a time limit, and only a limited number at once for each caller. A thread
 * waits for each body, so the slow bodies of one caller must not take the threads of all others.
 */
@Component
public class Bodies {

  private static final int AT_ONCE = 16 * 1024;

  /** Why a body was not read to its end. */
  public static final class NotRead extends IOException {
    private static final long serialVersionUID = 1L;
    private final String why;

    private NotRead(String why) {
      super(why);
      this.why = why;
    }

    public void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
      Problems.because(request, why);
      switch (why) {
        case "too-slow" -> {
          Fault fault = Fault.of(Code.MALFORMED, "", "slow");
          String id = Problems.correlationId(request);
          Problems.write(
              request,
              response,
              new Problem(HttpServletResponse.SC_REQUEST_TIMEOUT, id, List.of(fault)));
        }
        case "too-many-at-once" -> {
          response.setHeader("Retry-After", "5");
          Problems.write(request, response, Code.RATE_LIMITED);
        }
        default -> Problems.write(request, response, Code.TOO_LARGE);
      }
    }
  }

  private final Map<String, Semaphore> underWay = new ConcurrentHashMap<>();
  private final Duration longest;
  private final int most;

  public Bodies(SlowSettings settings) {
    this.longest = settings.body();
    this.most = settings.bodies();
  }

  /**
   * @param largest in bytes
   * @throws NotRead when the body is too large or too slow, or when the caller sends too many at
   *     once
   */
  public byte[] read(HttpServletRequest request, Caller caller, int largest) throws IOException {
    if (request.getContentLengthLong() > largest) {
      throw new NotRead("too-large");
    }
    String who = caller.role() + ":" + caller.name();
    Semaphore places = underWay.computeIfAbsent(who, name -> new Semaphore(most));
    if (!places.tryAcquire()) {
      throw new NotRead("too-many-at-once");
    }
    try {
      long until = System.nanoTime() + longest.toNanos();
      return read(request.getInputStream(), pieces(request), largest, until);
    } catch (ClientAbortException | SocketTimeoutException e) {
      throw silent(e) ? new NotRead("too-slow") : e;
    } finally {
      places.release();
    }
  }

  /** Most bodies are small, or there is none. */
  private static int pieces(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean none = length < 0 && request.getHeader("Transfer-Encoding") == null;
    return none ? 1 : (int) Math.min(AT_ONCE, length < 0 ? AT_ONCE : length + 1);
  }

  private static byte[] read(InputStream in, int pieces, int largest, long until)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(pieces);
    byte[] some = new byte[pieces];
    // SECURITY: the limit is for the whole body. One byte now and then never exceeds the time-out
    // of a single read.
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      all.write(some, 0, read);
      if (all.size() > largest) {
        throw new NotRead("too-large");
      }
      if (System.nanoTime() - until > 0) {
        throw new NotRead("too-slow");
      }
    }
    return all.toByteArray();
  }

  /** True when nothing more came in time; false when the caller has closed the connection. */
  private static boolean silent(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || failure.getCause() instanceof SocketTimeoutException;
  }
}
