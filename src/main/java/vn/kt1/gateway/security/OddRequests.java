package vn.kt1.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.server.AnswerHeaders;
import vn.kt1.gateway.server.HeadersAtOnce;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Answers requests that are refused before any filter sees them: odd methods, paths and headers.
 * SECURITY: the answer holds nothing of the request; the framework's own answer quotes it.
 */
@Component
class OddRequests implements RequestRejectedHandler {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Refusals refusals;

  OddRequests(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    AnswerHeaders.write(request.isSecure(), response::setHeader);
    boolean method = !METHODS.contains(request.getMethod());
    boolean header = why instanceof HeadersAtOnce.Odd;
    Problems.because(request, method ? "odd-method" : header ? "odd-header" : "odd-path");
    Code code = code(method, why);
    // No filter sees this request, so it is written down here.
    if (code == Code.FORBIDDEN) {
      refusals.note(request, HttpServletResponse.SC_FORBIDDEN);
    }
    Problems.write(request, response, code);
  }

  private static Code code(boolean method, RequestRejectedException why) {
    if (why instanceof HeadersAtOnce.Odd odd) {
      return odd.code();
    }
    return method ? Code.METHOD_NOT_ALLOWED : Code.BAD_PARAMETER;
  }
}
