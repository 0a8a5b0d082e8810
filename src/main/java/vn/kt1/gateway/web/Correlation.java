package vn.kt1.gateway.web;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;

/**
 * The correlation id of one message. It stands in the answer, in evidence, and in each log line
 * until the exchange ends. SECURITY: the gateway makes it; an id from the sender is ignored.
 */
public final class Correlation {

  private static final String KEY = "correlationId";

  private Correlation() {}

  public static void begin(Exchange exchange, String id) {
    exchange.setVariable(KEY, id);
    MDC.put(KEY, id);
    // Runs last, because the steps that end a file or a mail may still log.
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange ended) {
                MDC.remove(KEY);
              }
            });
  }

  public static String of(Exchange exchange) {
    return exchange.getVariable(KEY, String.class);
  }

  /** Runs work outside of an exchange under that id. */
  public static void during(String id, Runnable work) {
    MDC.put(KEY, id);
    try {
      work.run();
    } finally {
      MDC.remove(KEY);
    }
  }
}
