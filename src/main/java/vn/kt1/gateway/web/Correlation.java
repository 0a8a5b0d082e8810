package vn.kt1.gateway.web;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;

/**
 * The id of one message: in its answer, in evidence, and in each log line until the exchange ends.
 * SECURITY: we make it; an id a sender brings along is not looked at.
 */
public final class Correlation {

  private static final String KEY = "correlationId";

  private Correlation() {}

  public static void begin(Exchange exchange, String id) {
    exchange.setVariable(KEY, id);
    MDC.put(KEY, id);
    // Last of all: what ends a file or a mail may still have something to tell.
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

  /** Does something outside of an exchange under that id. */
  public static void during(String id, Runnable work) {
    MDC.put(KEY, id);
    try {
      work.run();
    } finally {
      MDC.remove(KEY);
    }
  }
}
