package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/** How much dear work is under way at once. */
class LoadsTest {

  private static final Caller ONE = new Caller("one", Role.VIEWER, Set.of(), null);
  private static final Caller PARTNER_ONE = new Caller("one", Role.PARTNER, Set.of(), null);

  private final Loads loads = new Loads(new LoadSettings(8, 24));

  @Test
  void a_caller_has_two_slips_at_once_and_others_have_theirs() {
    Loads.Taken first = loads.take(ONE, 4).orElseThrow();
    assertThat(loads.take(ONE, 4)).isPresent();
    assertThat(loads.take(ONE, 4)).isEmpty();
    assertThat(loads.take(ONE, 2)).isEmpty();
    assertThat(loads.take(PARTNER_ONE, 4)).as("another, who bears the same name").isPresent();
    first.giveBack();
    first.giveBack();
    assertThat(loads.take(ONE, 4)).isPresent();
    assertThat(loads.take(ONE, 4)).as("given back twice, and counted once").isEmpty();
  }

  @Test
  void what_costs_nothing_is_never_refused() {
    take(ONE, 4, 2);
    assertThat(loads.take(ONE, 0)).isPresent();
  }

  @Test
  void all_together_have_no_more_than_there_is() {
    for (int i = 0; i < 3; i++) {
      take(caller(i), 4, 2);
    }
    assertThat(loads.take(caller(3), 2)).isEmpty();
    assertThat(loads.take(caller(3), 0)).isPresent();
  }

  @Property
  void whatever_is_given_back_can_be_taken_again(
      @ForAll List<@IntRange(min = 0, max = 40) Integer> calls) {
    Loads fresh = new Loads(new LoadSettings(8, 24));
    List<Loads.Taken> taken = new ArrayList<>();
    for (int call : calls) {
      fresh.take(caller(call / 4), call % 4 + 1).ifPresent(taken::add);
    }
    taken.forEach(Loads.Taken::giveBack);
    for (int i = 0; i < 3; i++) {
      assertThat(fresh.take(caller(i), 8)).isPresent();
    }
    assertThat(fresh.take(caller(4), 1)).isEmpty();
  }

  private void take(Caller caller, int cost, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(loads.take(caller, cost)).isPresent();
    }
  }

  private static Caller caller(int number) {
    return new Caller("caller-" + number, Role.VIEWER, Set.of(), null);
  }
}
