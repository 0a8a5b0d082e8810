package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body that a route has prepared, until the sender takes it. The sender holds no thread
 * while the caller reads.
 */
public final class AnswerTray {

  private static final String ATTRIBUTE = AnswerTray.class.getName();

  private volatile @Nullable InputStream body;

  /** Adds an empty tray to this request. */
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

  /** Takes the body; a second call gets null. */
  public @Nullable InputStream take() {
    InputStream answer = body;
    body = null;
    return answer;
  }
}
