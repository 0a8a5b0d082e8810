package vn.kt1.gateway.logbook;

import java.io.PrintStream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Why a start failed, on standard error in plain lines: it is read by the person who has just
 * started it, not by a collector of logs.
 */
public final class PlainReport implements FailureAnalysisReporter {

  private final PrintStream out;

  public PlainReport() {
    this(System.err);
  }

  PlainReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void report(FailureAnalysis analysis) {
    out.println();
    out.println("THE GATEWAY DOES NOT START");
    out.println(analysis.getDescription());
    if (analysis.getAction() != null) {
      out.println(analysis.getAction());
    }
    out.flush();
  }
}
