package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, step by step: in which order, and what is done when one of the steps fails. */
@WithRoutes
class EveryWayRouteTest {

  private final CamelContext context;
  private final Recorder recorder;
  private final Player player;

  EveryWayRouteTest(CamelContext context, Recorder recorder, Player player) {
    this.context = context;
    this.recorder = recorder;
    this.player = player;
  }

  @BeforeEach
  void begin() {
    recorder.begin();
  }

  static Stream<Way> ways() {
    return Way.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void takes_its_steps_in_this_order(Way way) {
    Exchange played = player.play(way.route());
    assertThat(played.getException()).isNull();
    assertThat(recorder.steps()).isEqualTo(way.steps());
  }

  static Stream<Arguments> failures() {
    return Way.ALL.stream()
        .flatMap(
            way ->
                IntStream.range(0, way.steps().size())
                    .boxed()
                    .flatMap(
                        position ->
                            Arrays.stream(Failing.values())
                                .map(failing -> Arguments.of(way, position, failing))));
  }

  /** So nothing is acknowledged, kept as sent or flagged before the step that it stands for. */
  @ParameterizedTest
  @MethodSource("failures")
  void takes_no_step_after_one_that_fails_but_those_of_the_failure(
      Way way, int position, Failing failing) {
    recorder.failAt(position, failing.faults().get(0));
    Exchange played = player.play(way.route());
    assertThat(recorder.steps()).isEqualTo(way.stepsWhenFailing(position, failing));
    assertThat(played.getException() == null).isEqualTo(way.handled());
  }

  @Test
  void no_route_stays_untried() {
    Set<String> tried = new TreeSet<>();
    for (Way way : Way.ALL) {
      recorder.begin();
      recorder.failAt(1, Failing.REJECTED.faults().get(0)); // content that is refused, too
      player.play(way.route());
      tried.addAll(recorder.routes());
      recorder.begin();
      player.play(way.route());
      tried.addAll(recorder.routes());
    }
    assertThat(tried)
        .isEqualTo(
            context.getRoutes().stream().map(route -> route.getId()).collect(Collectors.toSet()));
  }

  @Test
  void no_error_policy_stays_untried() {
    assertThat(context.getCamelContextExtension().getContextPlugin(Model.class))
        .extracting(Model::getRouteConfigurationDefinitions)
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.list(RouteConfigurationDefinition.class))
        .extracting(RouteConfigurationDefinition::getId)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorPolicy.values()).map(ErrorPolicy::id).toList());
  }
}
