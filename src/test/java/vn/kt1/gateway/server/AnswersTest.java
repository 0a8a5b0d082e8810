package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.kt1.gateway.web.HttpAnswer;

/** How an answer is sent. */
class AnswersTest {

  private final Answers answers = new Answers(SlowSettings.usual());
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/x");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @BeforeEach
  void begin() {
    request.setAsyncSupported(true);
  }

  @Test
  void a_small_one_goes_at_once() throws IOException {
    answers.send(answer(200, 8 * 1024 - 1), request, response);
    assertThat(response.getContentAsByteArray()).hasSize(8 * 1024 - 1);
    assertThat(response.getContentLength()).isEqualTo(8 * 1024 - 1);
    assertThat(response.getContentType()).isEqualTo(HttpAnswer.JSON);
    assertThat(request.isAsyncStarted()).isFalse();
  }

  @Test
  void a_long_one_is_sent_while_the_caller_reads_and_no_thread_waits() throws IOException {
    ServletOutputStream out = mock();
    HttpServletResponse slow = mock();
    when(slow.getOutputStream()).thenReturn(out);
    answers.send(answer(200, 8 * 1024), request, slow);
    assertThat(request.isAsyncStarted()).isTrue();
    verify(out).setWriteListener(isA(Sending.class));
  }

  @Test
  void not_now_names_when_to_come_again() throws IOException {
    answers.send(answer(503, 0), request, response);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
  }

  private static HttpAnswer answer(int status, int size) {
    return HttpAnswer.of(status, HttpAnswer.JSON, new byte[size]);
  }
}
