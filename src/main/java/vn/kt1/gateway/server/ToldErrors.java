package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Writes the problem body at once when a call is refused by a status alone. */
public final class ToldErrors extends HttpServletResponseWrapper {

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  public ToldErrors(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    this.request = request;
    this.response = response;
  }

  @Override
  public void sendError(int status) throws IOException {
    if (status == SC_SERVICE_UNAVAILABLE) {
      Problems.unavailable(request, response);
    } else {
      Problems.write(request, response, ProblemAdvice.code(status));
    }
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    sendError(status);
  }
}
