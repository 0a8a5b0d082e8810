package vn.kt1.gateway.door;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells that a poll failed, and by what kind of failure: Camel's own handler logs file names. */
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
      return; // Polls has told it, once and not at each poll.
    }
    // A file that could not be fetched ends here and nowhere else.
    if (exchange != null && exchange.getFromEndpoint() instanceof GenericFileEndpoint<?> folder) {
      large.leave(folder.getConfiguration().getDirectory());
      unreadable.failed(exchange, exception);
    }
    Throwable root = exception;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.warn(
        "a poll failed and is tried again: {} by {}",
        exception.getClass().getSimpleName(),
        root.getClass().getSimpleName());
  }
}
