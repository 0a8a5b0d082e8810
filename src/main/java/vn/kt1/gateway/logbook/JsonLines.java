package vn.kt1.gateway.logbook;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * Log lines for programs: one event a line, in JSON, with the names of Boot's format {@code
 * logstash}. Boot finds out for each value of each line anew which of its rules are for it. Markers
 * and pairs of the fluent API, which nobody here writes, are left out.
 */
public final class JsonLines implements StructuredLogFormatter<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.systemDefault());

  @Override
  public String format(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(400);
    line.append('{');
    text(line, "@timestamp", TIME.format(event.getInstant()));
    text(line, "@version", "1");
    text(line, "message", String.valueOf(event.getFormattedMessage()));
    text(line, "logger_name", event.getLoggerName());
    text(line, "thread_name", event.getThreadName());
    text(line, "level", event.getLevel().toString());
    name(line, "level_value").append(event.getLevel().toInt());
    event.getMDCPropertyMap().forEach((name, value) -> text(line, name, String.valueOf(value)));
    String trace = PlainLines.trace(event.getThrowableProxy());
    if (!trace.isEmpty()) {
      text(line, "stack_trace", trace);
    }
    return line.append("}\n").toString();
  }

  private static void text(StringBuilder line, String name, String value) {
    quoted(name(line, name), value);
  }

  private static StringBuilder name(StringBuilder line, String name) {
    if (line.length() > 1) {
      line.append(',');
    }
    quoted(line, name);
    return line.append(':');
  }

  /** SECURITY: a line break, an ESC and the like never stand in the line as they are. */
  private static StringBuilder quoted(StringBuilder line, String written) {
    String text = OneLine.of(written);
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        line.append('\\').append(letter);
      } else if (Character.isISOControl(letter)) {
        line.append(controls(letter));
      } else {
        line.append(letter);
      }
    }
    return line.append('"');
  }

  private static String controls(char letter) {
    return switch (letter) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) letter);
    };
  }
}
