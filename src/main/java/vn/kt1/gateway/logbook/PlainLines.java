package vn.kt1.gateway.logbook;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * Log lines for people ({@code logging.structured.format.console}): one event a line, a stack trace
 * below it indented, so that nothing a stranger wrote looks like an event.
 */
public final class PlainLines implements StructuredLogFormatter<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private static final StackTracePrinter TRACES = new QuietTraces();

  @Override
  public String format(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(TIME.format(event.getInstant())).append(' ').append(event.getLevel());
    String id = event.getMDCPropertyMap().get("correlationId");
    line.append(" [").append(id == null ? "" : visible(id)).append("] ");
    line.append(visible(shortened(event.getLoggerName()))).append(": ");
    line.append(visible(String.valueOf(event.getFormattedMessage()))).append('\n');
    trace(event.getThrowableProxy()).lines().map(PlainLines::visible).forEach(indent(line));
    return line.toString();
  }

  private static Consumer<String> indent(StringBuilder lines) {
    return line -> lines.append("    | ").append(line).append('\n');
  }

  static String trace(@Nullable IThrowableProxy failure) {
    if (failure instanceof ThrowableProxy proxy) {
      return TRACES.printStackTraceToString(proxy.getThrowable());
    }
    return failure == null ? "" : ThrowableProxyUtil.asString(failure);
  }

  /** The class and its package: enough to find it. */
  private static String shortened(String logger) {
    int last = logger.lastIndexOf('.');
    int before = logger.lastIndexOf('.', last - 1);
    return logger.substring(before + 1);
  }

  static String visible(String text) {
    return OneLine.visible(OneLine.of(text), Character::isISOControl);
  }
}
