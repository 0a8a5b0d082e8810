package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.kt1.bench.SmokeRig;

/** The gateway is as fast, beside its database, as it was when somebody last measured. */
@Tag("measured")
class StaysFastIT {

  @Test
  void no_ratio_has_fallen_by_more_than_a_quarter() throws Exception {
    assertThat(SmokeRig.run(System.out)).isEmpty();
  }
}
