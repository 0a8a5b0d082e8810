package vn.kt1.gateway.post;

import org.junit.jupiter.api.Tag;

/** The faults of status files in a folder that nobody has cleared for years. */
@Tag("nightly")
class FiftyThousandFilesIT extends StatusFaultIT {
  @Override
  int files() {
    return 50_000;
  }
}
