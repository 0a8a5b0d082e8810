package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.dispatch.Undeliverable;
import vn.kt1.gateway.mail.UnprovenMail;

/** Each configuration of {@code routes/errors/}: which failure goes where. */
@WithRoutes
class ErrorsRouteTest {

  private final Recorder recorder;
  private final Player player;

  ErrorsRouteTest(Recorder recorder, Player player) {
    this.recorder = recorder;
    this.player = player;
  }

  @BeforeEach
  void begin() {
    recorder.begin();
  }

  /** Of each configuration one way, and where its last step stands. */
  private static Stream<Arguments> policies() {
    return Arrays.stream(ErrorPolicy.values())
        .map(
            policy -> Way.ALL.stream().filter(way -> last(way) == policy).findFirst().orElseThrow())
        .map(way -> Arguments.of(last(way), way, way.steps().size() - 1));
  }

  private static ErrorPolicy last(Way way) {
    return way.policies().get(way.policies().size() - 1);
  }

  private static Stream<Arguments> faults() {
    return policies()
        .flatMap(
            policy ->
                Arrays.stream(Failing.values())
                    .flatMap(
                        failing ->
                            failing.faults().stream().map(fault -> with(policy, failing, fault))));
  }

  private static Arguments with(Arguments policy, Object... more) {
    return Arguments.of(Stream.of(policy.get(), more).flatMap(Arrays::stream).toArray());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void every_fault_goes_to_who_must_act(
      ErrorPolicy policy, Way way, int position, Failing failing, Throwable fault) {
    recorder.failAt(position, fault);
    player.play(way.route());
    assertThat(recorder.steps().subList(position + 1, recorder.steps().size()))
        .isEqualTo(policy.steps(failing));
  }

  private static Stream<Arguments> secondFaults() {
    return policies()
        .flatMap(
            policy ->
                Arrays.stream(Failing.values())
                    .flatMap(
                        failing ->
                            IntStream.range(0, stepsOf(policy, failing).size())
                                .mapToObj(step -> with(policy, failing, step))));
  }

  private static List<String> stepsOf(Arguments policy, Failing failing) {
    return ((ErrorPolicy) policy.get()[0]).steps(failing);
  }

  /** A file is not put aside that could not be parked; a mail whose answer is not owed stays. */
  @ParameterizedTest
  @MethodSource("secondFaults")
  void what_fails_while_a_failure_is_told_is_a_failure_and_nothing_follows(
      ErrorPolicy policy, Way way, int position, Failing failing, int step) {
    recorder.failAt(position, failing.faults().get(0));
    recorder.failAt(position + 1 + step, new IllegalStateException("once more"));
    Exchange played = player.play(way.route());
    assertThat(recorder.steps().subList(position + 1, recorder.steps().size()))
        .isEqualTo(policy.steps(failing).subList(0, step + 1));
    assertThat(played.getException()).isNotNull();
  }

  @Test
  void a_notice_to_an_address_that_is_none_is_parked_and_the_next_is_sent() {
    recorder.failAt(1, mock(Undeliverable.class));
    assertThat(player.play("dispatch-mail").getException()).isNull();
    assertThat(recorder.steps())
        .as("nobody is alarmed twice: parking alarms")
        .containsExactly("dispatch.claim", "courier:mail", "dispatch.failed");
  }

  @Test
  void operators_are_told_of_a_refused_mail_that_nobody_is_answered_before_it_goes() {
    recorder.failAt(0, Failing.REJECTED.faults().get(0));
    recorder.nothingFrom("alerts.owe");
    assertThat(player.play("hand-off-by-mail").getException()).isNull();
    assertThat(String.join(" ", recorder.steps()))
        .isEqualTo(
            "mailDoor.enter mailDoor.rejected mailAnswers.error alerts.owe mailTroubles.compose"
                + " operatorAlerts.compose alerts.owe mailTroubles.told mailDoor.refused");
  }

  @Test
  void operators_are_told_of_a_mail_that_nothing_proves_and_no_sender_is() {
    recorder.failAt(0, mock(UnprovenMail.class));
    assertThat(player.play("hand-off-by-mail").getException()).isNull();
    assertThat(String.join(" ", recorder.steps()))
        .isEqualTo(
            "mailDoor.enter mailTroubles.compose operatorAlerts.compose alerts.owe"
                + " mailTroubles.told");
  }

  @Test
  void a_mail_that_operators_could_not_be_told_of_is_no_success() {
    recorder.failAt(0, mock(UnprovenMail.class));
    recorder.failAt(3, Failing.UNAVAILABLE.faults().get(0));
    assertThat(player.play("hand-off-by-mail").getException()).isNotNull();
    assertThat(recorder.steps()).doesNotContain("mailTroubles.told");
  }

  @Test
  void a_program_that_hands_over_gets_no_receipt() {
    player.play("hand-off-by-mail", mail -> mail.setVariable("answered", false));
    assertThat(recorder.steps()).endsWith("mailDoor.counted", "mailDoor.taken");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, dispatch-post,    dispatch.claim,  dispatch.failed",
    "OURS,        dispatch-post,    dispatch.claim,  dispatch.failed",
    "UNAVAILABLE, dispatch-partner, dispatch.claim,  dispatch.failed",
    "OURS,        dispatch-partner, dispatch.claim,  dispatch.failed",
    "UNAVAILABLE, dispatch-mail,    dispatch.claim,  dispatch.failed",
    "OURS,        dispatch-mail,    dispatch.claim,  dispatch.failed"
  })
  void what_was_claimed_is_what_is_due_again(
      Failing failing, String route, String claim, String again) {
    recorder.failAt(2, failing.faults().get(0));
    player.play(route);
    assertThat(recorder.step(again).given()).startsWith(recorder.step(claim).gave());
  }
}
