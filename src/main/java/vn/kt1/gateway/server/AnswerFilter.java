package vn.kt1.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.kt1.gateway.web.AnswerTray;

/**
 * Sends the answer that a route has prepared. SECURITY: a caller who never reads its answer holds
 * no thread and no database connection, because all callers share them.
 */
public final class AnswerFilter extends OncePerRequestFilter {

  private final int readRate;

  public AnswerFilter(SlowSettings slow) {
    this.readRate = slow.readRate();
  }

  /** The answer is ready in the second (async) dispatch, after the route has ended. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AnswerTray tray = AnswerTray.of(request).orElseGet(() -> AnswerTray.put(request));
    chain.doFilter(request, response);
    InputStream answer = request.isAsyncStarted() ? null : tray.take();
    if (answer != null) {
      AsyncContext sending = request.startAsync(request, response);
      // No time limit: Sending cuts a caller who reads too slowly, however long the answer is.
      sending.setTimeout(0);
      response
          .getOutputStream()
          .setWriteListener(new Sending(sending, answer, response.getOutputStream(), readRate));
    }
  }
}
