package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.IntPredicate;

/** Writes the problem body at once when a call is refused by a status alone. */
public final class ToldErrors extends HttpServletResponseWrapper {

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final IntPredicate told;

  private ToldErrors(HttpServletRequest request, HttpServletResponse response, IntPredicate told) {
    super(response);
    this.request = request;
    this.response = response;
    this.told = told;
  }

  public static ToldErrors all(HttpServletRequest request, HttpServletResponse response) {
    return new ToldErrors(request, response, status -> true);
  }

  /** For a suspended route, where Camel answers 503 on a thread that no error page can follow. */
  public static ToldErrors unavailable(HttpServletRequest request, HttpServletResponse response) {
    return new ToldErrors(request, response, status -> status == SC_SERVICE_UNAVAILABLE);
  }

  @Override
  public void sendError(int status) throws IOException {
    if (!told.test(status)) {
      super.sendError(status);
    } else if (status == SC_SERVICE_UNAVAILABLE) {
      Problems.unavailable(request, response);
    } else {
      Problems.write(request, response, ProblemAdvice.code(status));
    }
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    if (told.test(status)) {
      sendError(status);
    } else {
      super.sendError(status, message);
    }
  }
}
