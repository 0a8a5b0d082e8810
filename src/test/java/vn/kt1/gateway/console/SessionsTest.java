package vn.kt1.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Rate;
import vn.kt1.gateway.security.Callers;
import vn.kt1.gateway.security.Rates;

/** How many sessions the console has at once. */
class SessionsTest {

  private final long[] now = {0};
  private final Sessions sessions = sessions(new Rate(10_000, 10_000));

  @Test
  void the_oldest_session_of_a_login_ends_when_it_begins_a_sixth() {
    List<MockHttpSession> own = new ArrayList<>();
    for (int i = 0; i < Sessions.OF_ONE + 2; i++) {
      own.add(logIn("one"));
    }
    MockHttpSession other = logIn("other");
    assertThat(own).filteredOn(MockHttpSession::isInvalid).containsExactly(own.get(0), own.get(1));
    assertThat(other.isInvalid()).isFalse();
    assertThat(sessions.size()).isEqualTo(Sessions.OF_ONE + 1);
  }

  @Test
  void all_logins_together_have_so_many_and_no_more() {
    MockHttpSession first = logIn("login-0");
    for (int i = 1; i <= Sessions.OF_ALL; i++) {
      logIn("login-" + i);
    }
    assertThat(sessions.size()).isEqualTo(Sessions.OF_ALL);
    assertThat(first.isInvalid()).isTrue();
  }

  @Test
  void a_session_that_has_ended_takes_no_room() {
    List<MockHttpSession> own = new ArrayList<>();
    for (int i = 0; i < Sessions.OF_ONE; i++) {
      own.add(logIn("one"));
    }
    sessions.sessionDestroyed(new HttpSessionEvent(own.get(2)));
    logIn("one");
    assertThat(own).noneMatch(MockHttpSession::isInvalid);
  }

  @Test
  void whoever_logs_in_too_often_waits_and_begins_no_session() {
    Sessions slow = sessions(new Rate(1, 2));
    logIn(slow, "one");
    logIn(slow, "one");
    assertThatThrownBy(() -> logIn(slow, "one")).isInstanceOf(SessionAuthenticationException.class);
    logIn(slow, "other");
    now[0] += Duration.ofSeconds(1).toNanos();
    logIn(slow, "one");
    assertThat(slow.size()).isEqualTo(4);
  }

  private MockHttpSession logIn(String name) {
    return logIn(sessions, name);
  }

  private static MockHttpSession logIn(Sessions sessions, String name) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    Login login = new Login(name, Role.VIEWER, null, null, false);
    sessions.onAuthentication(
        new TestingAuthenticationToken(login, null), request, new MockHttpServletResponse());
    return (MockHttpSession) request.getSession();
  }

  private Sessions sessions(Rate rate) {
    Directory none = mock(Directory.class);
    return new Sessions(new Callers(none), new Rates(none, rate, clock()));
  }

  private TimeMeter clock() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return now[0];
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
