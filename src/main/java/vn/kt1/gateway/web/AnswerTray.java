package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a route lays the body of its answer, for a sender who holds no thread while the caller
 * reads it.
 */
public final class AnswerTray {

  private static final String ATTRIBUTE = AnswerTray.class.getName();

  private volatile @Nullable InputStream body;

  /** Puts one up for this request. */
  public static AnswerTray put(HttpServletRequest request) {
    AnswerTray tray = new AnswerTray();
    request.setAttribute(ATTRIBUTE, tray);
    return tray;
  }

  public static Optional<AnswerTray> of(HttpServletRequest request) {
    return Optional.ofNullable((AnswerTray) request.getAttribute(ATTRIBUTE));
  }

  void lay(InputStream answer) {
    body = answer;
  }

  /** What lies there, once. */
  public @Nullable InputStream take() {
    InputStream answer = body;
    body = null;
    return answer;
  }
}
