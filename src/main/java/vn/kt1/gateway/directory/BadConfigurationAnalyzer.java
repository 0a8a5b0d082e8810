package vn.kt1.gateway.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an administrator what to write where, instead of a stack trace. */
class BadConfigurationAnalyzer extends AbstractFailureAnalyzer<BadConfiguration> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadConfiguration cause) {
    return new FailureAnalysis(
        "The configuration cannot be used:\n" + cause.getMessage(),
        "Correct the lines above (file:line: what is wrong -> what to write) and start again.",
        cause);
  }
}
