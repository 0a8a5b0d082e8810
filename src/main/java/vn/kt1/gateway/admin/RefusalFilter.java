package vn.kt1.gateway.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees to it that every refusal is written down before it is told, whoever refuses. */
final class RefusalFilter extends OncePerRequestFilter {

  private final Refusals refusals;

  RefusalFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new NotedResponse(request, response));
  }

  /** Routes answer on a thread of their own, with this response too. */
  private final class NotedResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private boolean noted;

    NotedResponse(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void setStatus(int status) {
      note(status);
      super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
      note(status);
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      note(status);
      super.sendError(status, message);
    }

    private void note(int status) {
      if (!noted) {
        noted = refusals.note(request, status);
      }
    }
  }
}
