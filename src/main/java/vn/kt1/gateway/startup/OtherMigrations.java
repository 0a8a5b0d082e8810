package vn.kt1.gateway.startup;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells what to do with a database that another release has made and this one cannot go on from.
 */
class OtherMigrations extends AbstractFailureAnalyzer<FlywayValidateException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
    return new FailureAnalysis(
        "The database was made by other migrations than those of this jar. Nothing was changed in"
            + " it.",
        "Start the jar that made it, or give this one an empty database. The sandbox starts anew"
            + " after: rm -r data",
        cause);
  }
}
