package vn.kt1.gateway.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A filter of requests. What the server dispatches later for the same request, an error page or the
 * rest of an answer, passes by. Spring's own base class decides the same by an attribute of the
 * request, which each filter sets and removes again.
 */
public abstract class RequestFilter implements Filter {

  private static final Set<DispatcherType> LATER =
      EnumSet.of(DispatcherType.ERROR, DispatcherType.ASYNC);

  @Override
  public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (LATER.contains(request.getDispatcherType())) {
      chain.doFilter(request, response);
    } else {
      doFilterInternal((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }
  }

  protected abstract void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException;
}
