package vn.kt1.gateway;

import org.junit.jupiter.api.Tag;

/** The same over a night. */
@Tag("nightly")
class ManyKillsIT extends KillIT {
  @Override
  int kills() {
    return 10;
  }
}
