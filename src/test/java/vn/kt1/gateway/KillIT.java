package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.bench.CrashRig;

/** SIGKILL at any moment: what was acknowledged is there once, and goes its way once. */
class KillIT {
  @TempDir Path temp;

  int kills() {
    return 1;
  }

  @Test
  void loses_and_doubles_nothing_when_it_is_killed_under_load() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillIT seed " + seed);
    CrashRig.Outcome outcome = new CrashRig(temp, seed, System.out).run(kills());
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.crashes()).isEqualTo(kills());
    assertThat(outcome.balanced()).isTrue();
  }
}
