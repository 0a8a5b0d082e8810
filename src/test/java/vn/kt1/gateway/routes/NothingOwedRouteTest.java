package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways that end early, or leave a step out, when there is nothing to do. */
@WithRoutes
class NothingOwedRouteTest {

  private final Recorder recorder;
  private final Player player;

  NothingOwedRouteTest(Recorder recorder, Player player) {
    this.recorder = recorder;
    this.player = player;
  }

  @BeforeEach
  void begin() {
    recorder.begin();
  }

  @ParameterizedTest
  @CsvSource({
    "dispatch-post,    dispatch.claim",
    "dispatch-partner, dispatch.claim",
    "dispatch-mail,    dispatch.claim",
    "tracking,         pollRound.ask",
    "tracking-watch,   trackingWatch.trouble",
    "mail-trouble,     mailTroubles.compose"
  })
  void nothing_follows_a_look_that_finds_nothing(String route, String look) {
    recorder.nothingFrom(look);
    player.play(route);
    assertThat(recorder.steps()).containsExactly(look);
  }
}
