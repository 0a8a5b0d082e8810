package vn.kt1.gateway;

import org.junit.jupiter.api.Tag;

/** More of them than there are threads and connections to spare. */
@Tag("nightly")
class ThousandSlowClientsIT extends SlowClientsIT {
  @Override
  int lines() {
    return 1_000;
  }
}
