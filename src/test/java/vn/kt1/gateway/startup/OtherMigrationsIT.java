package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import vn.kt1.testing.Database;

class OtherMigrationsIT {

  @Test
  void a_database_of_another_release_is_told_with_what_to_do() {
    try (Database database = Database.fresh()) {
      database.owner().sql("update flyway_schema_history set checksum = checksum + 1").update();
      FailureAnalysis told = analysis(catchThrowable(database.migrations()::migrate));
      assertThat(told.getDescription()).contains("other migrations than those of this jar");
      assertThat(told.getAction()).contains("rm -r data");
    }
  }

  /** As Boot finds it; those that ask for more than nothing are none of ours. */
  private static FailureAnalysis analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (type, name, refused) -> {})
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
