package vn.kt1.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Answers what is refused before any filter has seen it: methods, paths and headers no decent
 * client sends. SECURITY: nothing of the request is told; the framework's own answer quotes it.
 */
@Component
class OddRequests implements RequestRejectedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    Problems.because(request, "odd-request");
    Code code = why instanceof HeadersAtOnce.Odd odd ? odd.code() : Code.BAD_PARAMETER;
    Problems.write(request, response, code);
  }
}
