package vn.kt1.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.server.ServerSettings;
import vn.kt1.testing.HandClock;

/** How often the database is asked for health and measures. */
class WatchTest {

  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private final EvidenceCheck evidence = mock();
  private final Today today = mock();
  private final Watch watch =
      new Watch(
          today,
          evidence,
          mock(Directory.class),
          new ServerSettings(Duration.ofMinutes(1), Duration.ofMinutes(15), 100, 50, List.of()),
          clock);

  @Test
  void asks_once_for_all_who_want_to_know_within_a_second() {
    when(evidence.newest(anyInt())).thenReturn(new EvidenceCheck.Found(1, List.of()));
    watch.evidence();
    clock.advance(Duration.ofMillis(999));
    watch.evidence();
    verify(evidence, times(1)).newest(anyInt());
    clock.advance(Duration.ofMillis(1));
    watch.evidence();
    verify(evidence, times(2)).newest(anyInt());
  }

  @Test
  void a_database_that_is_away_is_asked_nothing_for_ten_seconds() {
    var away = new DataAccessResourceFailureException("away");
    when(evidence.newest(anyInt())).thenThrow(away);
    assertThatThrownBy(watch::evidence).isSameAs(away);
    clock.advance(Duration.ofMillis(9_999));
    assertThatThrownBy(watch::owed).as("whatever is asked").isSameAs(away);
    verify(today, never()).owed();
    clock.advance(Duration.ofMillis(1));
    assertThatThrownBy(watch::evidence).isSameAs(away);
    verify(evidence, times(2)).newest(anyInt());
  }

  @Test
  void what_was_read_a_moment_ago_is_told_though_the_database_has_gone() {
    var found = new EvidenceCheck.Found(1, List.of());
    when(evidence.newest(anyInt())).thenReturn(found);
    when(today.owed()).thenThrow(new DataAccessResourceFailureException("away"));
    watch.evidence();
    assertThatThrownBy(watch::owed).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(watch.evidence()).isSameAs(found);
  }
}
