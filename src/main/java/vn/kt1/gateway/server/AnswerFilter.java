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
 * Sends what a route has laid out. SECURITY: a caller who never reads its answer holds neither a
 * thread nor a connection to the database, on which all others wait.
 */
public final class AnswerFilter extends OncePerRequestFilter {

  private final int readRate;

  public AnswerFilter(SlowSettings slow) {
    this.readRate = slow.readRate();
  }

  /** The answer is there in the second dispatch, when the route has ended. */
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
      // It ends by the rate at which it is read, however long it is.
      sending.setTimeout(0);
      response
          .getOutputStream()
          .setWriteListener(new Sending(sending, answer, response.getOutputStream(), readRate));
    }
  }
}
