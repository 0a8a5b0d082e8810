package vn.kt1.gateway.security;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.TransactionException;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.server.ProblemAdvice;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.server.ToldErrors;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.web.Problem;

/** Gives every refusal of the management port its problem body, as on the API. */
final class ManagementAnswers extends RequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementAnswers.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MDC.put("correlationId", Problems.correlationId(request));
    try {
      chain.doFilter(request, new ToldErrors(request, response));
      // For an unknown health component, Boot answers with the status 404 and no body.
      if (response.getStatus() >= SC_BAD_REQUEST && response.getContentType() == null) {
        Problems.write(request, response, ProblemAdvice.code(response.getStatus()));
      }
    } catch (ServletException e) {
      failed(request, response, e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      failed(request, response, e);
    } finally {
      MDC.remove("correlationId");
    }
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    String id = Problems.correlationId(request);
    if (failure instanceof Rejected rejected) {
      Problems.write(request, response, Problem.of(rejected, id));
    } else if (failure instanceof Unavailable
        || failure instanceof DataAccessException
        || failure instanceof TransactionException
        || failure instanceof AuthenticationServiceException) {
      LOG.warn("management, not now: {} cause {}", id, Cause.of(failure).line(""));
      Problems.unavailable(request, response);
    } else {
      LOG.error("management failed: {} cause {}", id, Cause.of(failure).line(""));
      Problems.write(request, response, Code.INTERNAL);
    }
  }
}
