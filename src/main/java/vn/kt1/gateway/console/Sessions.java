package vn.kt1.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import vn.kt1.gateway.security.Callers;
import vn.kt1.gateway.security.Rates;

/**
 * The sessions of the console, oldest first. SECURITY: the number of sessions is limited, for one
 * login and for all. A new session ends the oldest at once when the limit is reached. The rate of
 * new sessions is limited too.
 */
final class Sessions implements SessionAuthenticationStrategy, HttpSessionListener {

  /** For one login: at the office, at home, and some that were left open. */
  static final int OF_ONE = 5;

  static final int OF_ALL = 1000;

  private final Map<HttpSession, String> open = new LinkedHashMap<>();
  private final Callers callers;
  private final Rates rates;

  Sessions(Callers callers, Rates rates) {
    this.callers = callers;
    this.rates = rates;
  }

  @Override
  public void onAuthentication(
      Authentication who, HttpServletRequest request, HttpServletResponse response) {
    if (!rates.take(callers.of(who)).isZero()) {
      throw new SessionAuthenticationException("too many logins at once");
    }
    begin(who.getName(), request.getSession());
  }

  private void begin(String login, HttpSession session) {
    // The sessions end after the lock is released, since Tomcat reports an end under a lock of its
    // own.
    tooMany(login, session).forEach(Sessions::end);
  }

  private synchronized List<HttpSession> tooMany(String login, HttpSession session) {
    open.remove(session);
    List<HttpSession> ended = new ArrayList<>();
    ended.addAll(oldest(login::equals, OF_ONE - 1));
    ended.addAll(oldest(any -> true, OF_ALL - 1));
    open.put(session, login);
    return ended;
  }

  /** Removes and returns all of them but the newest. */
  private List<HttpSession> oldest(Predicate<String> of, int kept) {
    List<HttpSession> all =
        open.entrySet().stream()
            .filter(one -> of.test(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    List<HttpSession> gone = all.subList(0, Math.max(0, all.size() - kept));
    gone.forEach(open::remove);
    return gone;
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      // The session has ended in the meantime.
    }
  }

  @Override
  public synchronized void sessionDestroyed(HttpSessionEvent event) {
    open.remove(event.getSession());
  }

  synchronized int size() {
    return open.size();
  }
}
