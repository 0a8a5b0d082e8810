package vn.kt1.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Problem;

/**
 * Waits for a form of the console without holding a thread. The filters behind it run once the
 * whole form has arrived. SECURITY: anybody can send a form, as slowly as they like.
 */
public final class FormFilter extends OncePerRequestFilter {

  private final Duration longest;

  public FormFilter(Duration longest) {
    this.longest = longest;
  }

  /** The request continues in a second (async) dispatch, once the form is complete. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] form = FormReading.read(request);
    if (form != null) {
      chain.doFilter(new WholeForm(request, form), response);
    } else if (!comes(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > FormReading.LARGEST) {
      refuse(request, response, Problem.of(Code.TOO_LARGE, Problems.correlationId(request)));
    } else {
      read(request, response);
    }
  }

  private static boolean comes(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AsyncContext waiting = request.startAsync(request, response);
    waiting.setTimeout(longest.toMillis());
    waiting.addListener(new TooSlow(request, response));
    request.getInputStream().setReadListener(new FormReading(request, response, waiting));
  }

  static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    AnswerHeaders.write(request.isSecure(), response::setHeader);
    Problems.write(request, response, problem);
  }

  private record TooSlow(HttpServletRequest request, HttpServletResponse response)
      implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      Fault slow = Fault.of(Code.MALFORMED, "", "slow");
      String id = Problems.correlationId(request);
      refuse(
          request,
          response,
          new Problem(HttpServletResponse.SC_REQUEST_TIMEOUT, id, List.of(slow)));
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
