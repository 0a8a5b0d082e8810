package vn.kt1.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokeRigTest {

  @Test
  void a_ratio_may_fall_by_a_quarter_and_no_further() {
    Map<String, Double> recorded = Map.of("`intake`, 8 clients", 0.6);
    assertThat(SmokeRig.falls(recorded, Map.of("`intake`, 8 clients", 0.45))).isEmpty();
    assertThat(SmokeRig.falls(recorded, Map.of("`intake`, 8 clients", 0.44)))
        .containsExactly("`intake`, 8 clients: 0.44, was 0.60");
  }

  @Test
  void a_ratio_that_nobody_has_recorded_is_told() {
    assertThat(SmokeRig.falls(Map.of(), Map.of("`intake`, 8 clients", 0.6)))
        .containsExactly("`intake`, 8 clients: no ratio is recorded in docs/performance.md");
  }

  @Test
  void the_document_holds_each_ratio_that_is_measured() throws Exception {
    assertThat(SmokeRig.recorded(Files.readString(Path.of("docs/performance.md"))))
        .containsOnlyKeys(
            "`intake`, 8 clients", "`intake`, 32 clients", "`status-file`, 100,000 rows");
  }
}
