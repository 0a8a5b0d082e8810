package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.IntConsumer;

/** Tells a listener the status before it is sent. */
public final class SeenStatus extends HttpServletResponseWrapper {

  private final IntConsumer seen;

  public SeenStatus(HttpServletResponse response, IntConsumer seen) {
    super(response);
    this.seen = seen;
  }

  @Override
  public void setStatus(int status) {
    seen.accept(status);
    super.setStatus(status);
  }

  @Override
  public void sendError(int status) throws IOException {
    seen.accept(status);
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    seen.accept(status);
    super.sendError(status, message);
  }
}
