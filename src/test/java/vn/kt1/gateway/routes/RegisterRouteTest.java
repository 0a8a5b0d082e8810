package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hand-off on its way to the ledger, and one whose content is refused. */
@WithRoutes
class RegisterRouteTest {

  private static final Throwable REJECTED = Failing.REJECTED.faults().get(0);
  private static final Throwable UNAVAILABLE = Failing.UNAVAILABLE.faults().get(0);

  private final Recorder recorder;
  private final Player player;

  RegisterRouteTest(Recorder recorder, Player player) {
    this.recorder = recorder;
    this.player = player;
  }

  @BeforeEach
  void begin() {
    recorder.begin();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hand-off-by-rest", "hand-off-by-sftp", "hand-off-by-mail"})
  void each_step_works_on_what_the_one_before_gave(String door) {
    player.play(door);
    assertThat(recorder.step("routingPolicy.decide").given())
        .containsExactly(recorder.step("intake.normalise").gave());
    assertThat(recorder.step("ledger.register").given())
        .startsWith(recorder.step("routingPolicy.decide").gave());
  }

  @Test
  void a_dry_run_registers_nothing() {
    player.play("hand-off-by-rest", call -> call.setVariable("handingOff", false));
    assertThat(recorder.steps())
        .containsExactly(
            "httpDoor.enterWithHandOff",
            "intake.normalise",
            "routingPolicy.decide",
            "ledger.preview",
            "httpDoor.receipt");
  }

  @Test
  void what_is_refused_for_another_reason_than_content_alarms_nobody() {
    recorder.failAt(1, REJECTED);
    recorder.nothingFrom("contentAlerts.compose");
    player.play("hand-off-by-sftp");
    assertThat(recorder.steps())
        .containsExactly(
            "dropDoor.enter",
            "intake.normalise",
            "contentAlerts.compose",
            "contentAlerts.refuse",
            "dropDoor.rejected");
  }

  @ParameterizedTest
  @CsvSource({
    "hand-off-by-rest, httpDoor.enterWithHandOff, httpDoor.unavailable",
    "hand-off-by-sftp, dropDoor.enter,         dropDoor.left",
    "hand-off-by-mail, mailDoor.enter,            failures.later mailDoor.left"
  })
  void content_is_not_refused_before_its_alert_is_owed(String door, String enter, String later) {
    recorder.failAt(1, REJECTED);
    recorder.failAt(3, UNAVAILABLE);
    Exchange played = player.play(door);
    assertThat(played.getException()).isNull();
    assertThat(String.join(" ", recorder.steps()))
        .isEqualTo(enter + " intake.normalise contentAlerts.compose alerts.owe " + later);
  }

  @Test
  void the_refusal_that_is_told_is_the_one_that_was_met() {
    recorder.failAt(1, REJECTED);
    player.play("hand-off-by-sftp");
    assertThat(recorder.step("contentAlerts.compose").given()).endsWith(REJECTED);
    assertThat(recorder.step("contentAlerts.refuse").given()).containsExactly(REJECTED);
  }

  @Test
  void a_form_of_ours_that_comes_back_by_mail_is_no_hand_off() {
    player.play("hand-off-by-mail", mail -> mail.setVariable("form", "quality-by-mail"));
    assertThat(recorder.steps())
        .containsExactly("mailDoor.enter", "qualityByMail.take", "notices.owe", "mailDoor.taken");
  }

  @Test
  void faults_of_a_form_are_answered_as_those_of_a_hand_off() {
    recorder.failAt(1, REJECTED);
    player.play("hand-off-by-mail", mail -> mail.setVariable("form", "quality-by-mail"));
    assertThat(recorder.steps())
        .containsExactly(
            "mailDoor.enter",
            "qualityByMail.take",
            "contentAlerts.compose",
            "alerts.owe",
            "contentAlerts.refuse",
            "mailDoor.rejected",
            "mailAnswers.error",
            "alerts.owe",
            "mailDoor.refused");
  }
}
