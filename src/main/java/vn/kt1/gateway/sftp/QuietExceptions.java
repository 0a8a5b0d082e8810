package vn.kt1.gateway.sftp;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.Cause;

/** Logs that a poll failed, and why, without file names; Camel's own handler logs them. */
@Component("quietExceptions")
class QuietExceptions implements ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(QuietExceptions.class);

  private final LargeFiles large;
  private final Unreadable unreadable;

  QuietExceptions(LargeFiles large, Unreadable unreadable) {
    this.large = large;
    this.unreadable = unreadable;
  }

  @Override
  public void handleException(Throwable exception) {
    handleException("", null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    if (message.startsWith("Failed polling endpoint")) {
      return; // Polls logs it once, not at each poll.
    }
    // A file that could not be fetched ends only here, so its place is freed here.
    if (exchange != null && exchange.getFromEndpoint() instanceof GenericFileEndpoint<?> folder) {
      large.leave(folder.getConfiguration().getDirectory());
      unreadable.failed(exchange, exception);
    }
    LOG.warn("a poll failed and is tried again: {}", Cause.of(exception).line(route(exchange)));
  }

  private static String route(Exchange exchange) {
    String route = exchange == null ? null : exchange.getFromRouteId();
    return route == null ? "" : route;
  }
}
