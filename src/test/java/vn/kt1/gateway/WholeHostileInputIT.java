package vn.kt1.gateway;

import org.junit.jupiter.api.Tag;

/** Every input in every place. */
@Tag("nightly")
class WholeHostileInputIT extends HostileInputIT {
  @Override
  int oneIn() {
    return 1;
  }
}
