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

/**
 * A filter of requests. What the server dispatches later for the same request, an error page or the
 * rest of an answer, passes by. Spring's own base class decides the same by an attribute of the
 * request, which each filter sets and removes again.
 */
public abstract class RequestFilter implements Filter {

  @Override
  public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer) {
      doFilterInternal(asked, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  protected abstract void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException;
}
