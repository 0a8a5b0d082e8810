package vn.kt1.gateway.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Problem;

/** Writes problem bodies where no route has been reached yet. */
public final class Problems {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String CORRELATION = "kt1.correlationId";
  public static final String WHY = "kt1.why";

  private Problems() {}

  /** Keeps for evidence why a call is refused. The caller is not told. */
  public static void because(HttpServletRequest request, String why) {
    request.setAttribute(WHY, why);
  }

  public static void write(HttpServletRequest request, HttpServletResponse response, Code code)
      throws IOException {
    write(request, response, Problem.of(code, correlationId(request)));
  }

  public static void unavailable(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    later(response);
    write(request, response, Problem.unavailable(correlationId(request)));
  }

  /** The same call may succeed in some seconds. */
  static void later(HttpServletResponse response) {
    response.setHeader("Retry-After", "5");
  }

  public static void tooMany(
      HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    response.setHeader("Retry-After", String.valueOf(seconds));
    write(request, response, Code.RATE_LIMITED);
  }

  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] body = problem.json(locale(request));
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** One id per request, the same in its log lines and its answer. */
  public static String correlationId(HttpServletRequest request) {
    Object known = request.getAttribute(CORRELATION);
    if (known == null) {
      known = Problem.newCorrelationId();
      request.setAttribute(CORRELATION, known);
    }
    return (String) known;
  }

  /** Vietnamese unless English is preferred. */
  public static Locale locale(HttpServletRequest request) {
    String wished = request.getHeader("Accept-Language");
    if (wished == null) {
      return VIETNAMESE;
    }
    try {
      Locale found =
          Locale.lookup(Locale.LanguageRange.parse(wished), List.of(VIETNAMESE, Locale.ENGLISH));
      return found == null ? VIETNAMESE : found;
    } catch (IllegalArgumentException e) {
      return VIETNAMESE;
    }
  }
}
