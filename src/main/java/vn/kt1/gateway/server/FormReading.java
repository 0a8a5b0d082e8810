package vn.kt1.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Problem;

/** Reads each part of a form as it arrives. */
final class FormReading implements ReadListener {

  /** In bytes: room for three of the longest passwords and the rest of the form. */
  static final int LARGEST = 8 * 1024;

  private static final String WHOLE = FormReading.class.getName();

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final AsyncContext waiting;
  private final ServletInputStream body;
  private final ByteArrayOutputStream come = new ByteArrayOutputStream();

  FormReading(HttpServletRequest request, HttpServletResponse response, AsyncContext waiting)
      throws IOException {
    this.request = request;
    this.response = response;
    this.waiting = waiting;
    this.body = request.getInputStream();
  }

  /** The whole form; null while it has not been read. */
  static byte @Nullable [] read(HttpServletRequest request) {
    return (byte[]) request.getAttribute(WHOLE);
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] some = new byte[1024];
    while (come.size() <= LARGEST && body.isReady()) {
      int read = body.read(some);
      if (read < 0) {
        return;
      }
      come.write(some, 0, read);
    }
    if (come.size() > LARGEST) {
      Problem large = Problem.of(Code.TOO_LARGE, Problems.correlationId(request));
      FormFilter.refuse(request, response, large);
      waiting.complete();
    }
  }

  @Override
  public void onAllDataRead() {
    request.setAttribute(WHOLE, come.toByteArray());
    waiting.dispatch();
  }

  /** The caller has closed the connection or sends nothing more. */
  @Override
  public void onError(Throwable gone) {
    waiting.complete();
  }
}
