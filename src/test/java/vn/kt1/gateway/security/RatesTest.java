package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Rate;
import vn.kt1.testing.HandClock;

/** How often somebody may call, on a clock in our hand. */
class RatesTest {

  private final HandClock clock = new HandClock("2026-11-24T09:00:00+07:00");
  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return ChronoUnit.NANOS.between(java.time.Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final Directory directory =
      new Directory(
          List.of(),
          List.of(),
          List.of(
              new Partner("usual", "x", Set.of(), false, false, null),
              new Partner("other", "x", Set.of(), false, false, null),
              new Partner(
                  "busy",
                  "x",
                  Set.of(),
                  false,
                  false,
                  null,
                  new Rate(50, 100),
                  Conventions.CONTRACT,
                  List.of(),
                  null)));
  private final Rates rates = new Rates(directory, new Rate(2, 4), time);
  private final Counter limited = new SimpleMeterRegistry().counter("limited");

  @AfterEach
  void nobodyIsIn() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void a_burst_passes_and_the_next_waits_for_its_share_of_a_second() {
    assertThat(taken("usual", 4)).isEqualTo(4);
    assertThat(rates.take(partner("usual"))).isEqualTo(Duration.ofMillis(500));
    clock.advance(Duration.ofMillis(499));
    assertThat(rates.take(partner("usual"))).isEqualTo(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(rates.take(partner("usual"))).isZero();
    assertThat(rates.take(partner("usual"))).isPositive();
  }

  @Test
  void in_the_long_run_as_many_pass_as_the_rate_says_and_a_rest_saves_no_more_than_a_burst() {
    taken("usual", 4);
    int passed = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      clock.advance(Duration.ofMillis(100));
      passed += taken("usual", 3);
    }
    assertThat(passed).isEqualTo(120);
    clock.advance(Duration.ofHours(1));
    assertThat(taken("usual", 100)).isEqualTo(4);
  }

  @Test
  void nobody_is_slowed_down_by_others_and_a_partners_file_counts() {
    taken("usual", 100);
    assertThat(taken("other", 100)).isEqualTo(4);
    assertThat(taken("busy", 200)).isEqualTo(100);
    Caller person = new Caller("usual", Caller.Role.CLERK, Set.of("H24.61"), null);
    assertThat(rates.take(person)).as("a person of that name").isZero();
  }

  @Test
  void who_calls_too_often_is_told_when_to_come_again_and_the_body_is_not_read() throws Exception {
    let("usual");
    for (int i = 0; i < 4; i++) {
      assertThat(call().getStatus()).isEqualTo(200);
    }
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/hand-offs");
    request.setContent("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    MockHttpServletResponse answer = call(request);
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("\"code\":\"rate-limited\"");
    assertThat(request.getInputStream().readAllBytes()).hasSize(2);
    assertThat(limited.count()).isEqualTo(1);
  }

  @Test
  void a_stranger_has_no_bucket_and_goes_on_to_be_refused() throws Exception {
    Authentication anonymous =
        new AnonymousAuthenticationToken("k", "usual", AuthorityUtils.createAuthorityList("X"));
    SecurityContextHolder.getContext().setAuthentication(anonymous);
    for (int i = 0; i < 10; i++) {
      assertThat(call().getStatus()).isEqualTo(200);
    }
    SecurityContextHolder.clearContext();
    assertThat(call().getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "10001, 1", "1, 10001"})
  void a_rate_that_lets_nobody_in_or_everybody_is_none(int perSecond, int burst) {
    assertThatThrownBy(() -> new RateSettings(perSecond, burst))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10000");
  }

  private int taken(String partner, int calls) {
    int passed = 0;
    for (int i = 0; i < calls; i++) {
      passed += rates.take(partner(partner)).isZero() ? 1 : 0;
    }
    return passed;
  }

  private static Caller partner(String id) {
    return new Caller(id, Caller.Role.PARTNER, Set.of(), null);
  }

  private static void let(String partner) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(partner, "", "ROLE_PARTNER"));
  }

  private MockHttpServletResponse call() throws Exception {
    return call(new MockHttpServletRequest("GET", "/api/v1/shipments"));
  }

  private MockHttpServletResponse call(MockHttpServletRequest request) throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new RateFilter(new Callers(directory), rates, limited)
        .doFilter(request, answer, new MockFilterChain());
    return answer;
  }
}
