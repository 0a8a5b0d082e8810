package vn.kt1.gateway.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.kt1.gateway.door.Problem;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

/** Every refusal of the management port has its problem body, as on the API. */
final class ManagementAnswers extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementAnswers.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, new Told(request, response));
    } catch (ServletException e) {
      failed(request, response, e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      failed(request, response, e);
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
      LOG.warn("management, not now: {} cause {}", id, failure.getClass().getSimpleName());
      Problems.unavailable(request, response);
    } else {
      LOG.error("management failed: {} cause {}", id, failure.getClass().getSimpleName());
      Problems.write(request, response, Code.INTERNAL);
    }
  }

  /** What the framework refuses by a status alone gets a body here. */
  private static final class Told extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    Told(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      if (status == SC_SERVICE_UNAVAILABLE) {
        Problems.unavailable(request, (HttpServletResponse) getResponse());
      } else {
        Problems.write(request, (HttpServletResponse) getResponse(), ProblemAdvice.code(status));
      }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }
  }
}
