package vn.kt1.gateway.mail;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.support.SynchronizationAdapter;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Keeps a mail unseen. For the consumer a handled failure is a success, so it would flag the mail
 * as seen. The consumer learns of a failure only after the error routes have run.
 */
final class LeftUnseen extends SynchronizationAdapter implements SynchronizationRouteAware {

  private static final String LEFT = "kt1.left";

  static void mark(Exchange exchange) {
    exchange.setProperty(LEFT, true);
  }

  @Override
  public SynchronizationRouteAware getRouteSynchronization() {
    return this;
  }

  @Override
  public void onBeforeRoute(Route route, Exchange exchange) {
    // Nothing to do yet.
  }

  @Override
  public void onAfterRoute(Route route, Exchange exchange) {
    if (exchange.getProperty(LEFT) != null && exchange.getException() == null) {
      exchange.setException(new Unavailable("left unseen", null));
    }
  }
}
