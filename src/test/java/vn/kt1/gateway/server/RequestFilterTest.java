package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestFilterTest {

  private static final class Counting extends RequestFilter {
    final AtomicInteger seen = new AtomicInteger();

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
      seen.incrementAndGet();
    }
  }

  @ParameterizedTest
  @CsvSource({"REQUEST, 1", "FORWARD, 1", "INCLUDE, 1", "ERROR, 0", "ASYNC, 0"})
  void only_what_follows_a_request_passes_by(DispatcherType type, int times) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setDispatcherType(type);
    Counting filter = new Counting();
    MockFilterChain chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(filter.seen).hasValue(times);
    assertThat(chain.getRequest() == null).isEqualTo(times == 1);
  }
}
