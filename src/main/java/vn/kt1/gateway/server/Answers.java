package vn.kt1.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.web.AnswerSender;
import vn.kt1.gateway.web.HttpAnswer;

/**
 * Sends the answers of routes. SECURITY: a caller who reads a long one slowly, or never, holds no
 * thread, because all callers share them.
 */
@Component
class Answers implements AnswerSender {

  /** Below this size, in bytes, an answer fits into the buffers of Tomcat and of the connection. */
  private static final int SMALL = 8 * 1024;

  private final int readRate;

  Answers(SlowSettings slow) {
    this.readRate = slow.readRate();
  }

  @Override
  public void send(HttpAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setContentType(answer.mediaType());
    if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      Problems.later(response);
    }
    byte[] beginning = beginning(answer.body());
    if (beginning.length < SMALL) {
      response.setContentLength(beginning.length);
      response.getOutputStream().write(beginning);
    } else {
      sendLong(beginning, answer.body(), request, response);
    }
  }

  /** Most answers are whole in memory, and need no buffer for more. */
  private static byte[] beginning(InputStream body) throws IOException {
    return body instanceof ByteArrayInputStream && body.available() < SMALL
        ? body.readAllBytes()
        : body.readNBytes(SMALL);
  }

  private void sendLong(
      byte[] beginning, InputStream rest, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), rest);
    AsyncContext sending = request.startAsync(request, response);
    // No time limit: Sending cuts a caller who reads too slowly, however long the answer is.
    sending.setTimeout(0);
    response
        .getOutputStream()
        .setWriteListener(new Sending(sending, whole, response.getOutputStream(), readRate));
  }

  @Override
  public void notNow(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problems.unavailable(request, response);
  }
}
