package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    "orders-keep,        orders.claim",
    "orders-send,        orders.claimFile",
    "orders-resend,      resends.claim",
    "cancellations-send, cancellationCarriage.claim",
    "tracking,           pollRound.ask",
    "tracking-watch,     trackingWatch.trouble",
    "post-troubles,      postTroubles.claim",
    "notices-deliveries, deliveries.claim",
    "notices-send,       notices.claim",
    "news-keep,          statusNewsFiles.claim",
    "news-send,          newsCarriage.claim",
    "mail-trouble,       mailTroubles.compose"
  })
  void nothing_follows_a_look_that_finds_nothing(String route, String look) {
    recorder.nothingFrom(look);
    player.play(route);
    assertThat(recorder.steps()).containsExactly(look);
  }

  @ParameterizedTest
  @CsvSource({
    // The post has answered the file before it was marked as sent.
    "orders-send, orders.unanswered, orders.claimFile orders.unanswered orders.sent",
    "notices-deliveries, deliveryNotices.compose,"
        + " deliveries.claim deliveryNotices.compose deliveries.done deliveries.claim",
    "post-troubles, postTroubleNotices.tellSender,"
        + " postTroubles.claim postTroubleNotices.tellSender postTroubleNotices.describe"
        + " operatorAlerts.compose alerts.owe postTroubles.done postTroubles.claim"
  })
  void what_there_is_nothing_of_is_neither_owed_nor_sent(String route, String none, String steps) {
    recorder.nothingFrom(none);
    player.play(route);
    assertThat(recorder.steps()).isEqualTo(List.of(steps.split(" ")));
  }
}
