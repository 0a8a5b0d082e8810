package vn.kt1.gateway.logbook;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Log lines are written by a thread of their own, so that no call waits for the console. When so
 * many wait that the queue is full, whoever logs waits; none is left out. At a stop Boot stops the
 * log last, and those that wait are written then.
 */
public final class LinesInTheirTurn
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final int MOST_WAITING = 1024;

  /** At a stop: whoever does not read our output must not keep us from ending. */
  private static final int PATIENCE_MILLIS = 10_000;

  /** After Boot has set up the console, or the file. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    queue((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
  }

  /** Puts a queue before everything that writes bytes. */
  static void queue(Logger root) {
    List<Appender<ILoggingEvent>> all = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(all::add);
    all.stream()
        .filter(OutputStreamAppender.class::isInstance)
        .forEach(
            writer -> {
              root.detachAppender(writer);
              root.addAppender(before(writer, root));
            });
  }

  private static AsyncAppender before(Appender<ILoggingEvent> writer, Logger root) {
    AsyncAppender queue = new AsyncAppender();
    queue.setContext(root.getLoggerContext());
    queue.setName("queue before " + writer.getName());
    queue.setQueueSize(MOST_WAITING);
    queue.setDiscardingThreshold(0);
    queue.setMaxFlushTime(PATIENCE_MILLIS);
    queue.addAppender(writer);
    queue.start();
    return queue;
  }
}
