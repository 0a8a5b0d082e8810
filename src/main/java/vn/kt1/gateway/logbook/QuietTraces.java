package vn.kt1.gateway.logbook;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes stack traces without messages once the gateway takes anything: what libraries say of a
 * failure may quote what they could not read. Until then there is nothing of anybody's to quote,
 * and an administrator needs the message.
 */
@Component
public final class QuietTraces implements StackTracePrinter {

  private static final StandardStackTracePrinter TOLD = StandardStackTracePrinter.rootFirst();
  private static final StandardStackTracePrinter QUIET =
      TOLD.withFormatter(failure -> failure.getClass().getName());

  private static volatile boolean taking;

  @EventListener
  void ready(ApplicationReadyEvent ready) {
    taking(true);
  }

  void taking(boolean now) {
    taking = now;
  }

  @Override
  public void printStackTrace(Throwable failure, Appendable out) throws IOException {
    (taking ? QUIET : TOLD).printStackTrace(failure, out);
  }
}
