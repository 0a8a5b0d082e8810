package vn.kt1.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.server.SeenStatus;

/** Writes every refusal down before it is sent, whichever filter or route refuses. */
public final class RefusalFilter extends RequestFilter {

  private final Refusals refusals;

  public RefusalFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AtomicBoolean noted = new AtomicBoolean();
    chain.doFilter(
        request,
        new SeenStatus(
            response,
            status -> {
              if (!noted.get()) {
                noted.set(refusals.note(request, status));
              }
            }));
  }
}
