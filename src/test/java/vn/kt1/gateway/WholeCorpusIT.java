package vn.kt1.gateway;

import java.util.List;
import org.junit.jupiter.api.Tag;
import vn.kt1.testing.BadCorpus;
import vn.kt1.testing.BadCorpus.Case;
import vn.kt1.testing.Cases;

/** Every bad message through each channel. */
@Tag("nightly")
class WholeCorpusIT extends BadCorpusIT {
  @Override
  List<Case> cases() {
    return BadCorpus.all();
  }

  @Override
  List<Cases.Case> mailedCases() {
    return Cases.all();
  }
}
