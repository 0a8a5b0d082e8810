package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a token is believed that was found a moment ago. */
class RecentTokensTest {

  private static final PartnerToken FOUND =
      new PartnerToken("0123456789ab", "hp-eoffice", Instant.EPOCH, Instant.MAX);

  private final AtomicLong nanos = new AtomicLong();
  private final PartnerTokens database = mock();
  private final RecentTokens tokens = new RecentTokens(database, nanos::get);

  @Test
  void one_of_a_moment_ago_is_not_looked_up_again() {
    when(database.find("t")).thenReturn(Optional.of(FOUND));
    tokens.find("t");
    pass(RecentTokens.BELIEVED.minusMillis(1));
    assertThat(tokens.find("t")).contains(FOUND);
    verify(database, times(1)).find("t");
  }

  @Test
  void after_that_the_database_says_whether_it_is_revoked() {
    when(database.find("t")).thenReturn(Optional.of(FOUND)).thenReturn(Optional.empty());
    tokens.find("t");
    pass(RecentTokens.BELIEVED);
    assertThat(tokens.find("t")).isEmpty();
    assertThat(tokens.find("t")).isEmpty();
  }

  /** It may have been revoked between the question and a late answer. */
  @Test
  void the_time_counts_from_the_question() {
    when(database.find("t"))
        .thenAnswer(
            asked -> {
              pass(RecentTokens.BELIEVED);
              return Optional.of(FOUND);
            });
    tokens.find("t");
    tokens.find("t");
    verify(database, times(2)).find("t");
  }

  @Test
  void an_unknown_one_is_looked_up_each_time() {
    when(database.find(any())).thenReturn(Optional.empty());
    tokens.find("t");
    assertThat(tokens.find("t")).isEmpty();
    verify(database, times(2)).find("t");
  }

  @Test
  void whoever_revokes_waits_longer_than_any_gateway_believes() {
    long begun = System.nanoTime();
    RecentTokens.awaitForgotten();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(RecentTokens.BELIEVED);
  }

  @Test
  void it_waits_also_while_the_gateway_stops() {
    Thread.currentThread().interrupt();
    long begun = System.nanoTime();
    RecentTokens.awaitForgotten();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(RecentTokens.BELIEVED);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
