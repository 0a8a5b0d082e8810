package vn.kt1.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Whatever is logged, one event is one line, in production's form and in the sandbox's. */
class LogInjectionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoggerContext loggers = new LoggerContext();

  @BeforeEach
  void production_settings() throws Exception {
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("jar", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
    loggers.putObject(Environment.class.getName(), environment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a\rb",
        "a\u000Bb",
        "a\u000Cb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u001B[31mb",
        "a\u0000b",
        "a\u202Eb",
        "a\u200Bb",
        "a\u009B31mb",
        "{\"level\":\"ERROR\"}\n{\"level\":\"ERROR\"}",
        "2026-01-01 00:00:00.000 ERROR [] x: forged\n2026-01-01 00:00:00.000 ERROR [] x: forged"
      })
  void one_event_is_one_line_whatever_it_says(String hostile) throws Exception {
    for (LoggingEvent event : List.of(said(hostile), marked(hostile))) {
      String json = json(event);
      assertThat(splitAsAnyReader(json)).hasSize(1);
      assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(encoded("logstash", event)));
      assertThat(JSON.readTree(json).path("message").asText()).isNotEmpty();
      String plain = new PlainLines().format(event);
      assertThat(splitAsAnyReader(plain)).as(plain).hasSize(1);
      assertThat(plain.strip().chars()).noneMatch(Character::isISOControl);
      for (String line : List.of(json, plain)) {
        assertThat(line.strip().chars())
            .as("ESC and its like")
            .noneMatch(c -> c < ' ' || c == 0x7F);
      }
    }
  }

  @Test
  void a_failure_is_one_line_of_json_and_indented_lines_for_people() throws Exception {
    LoggingEvent event = said("failed");
    String hostile = "x\n2026-01-01 00:00:00.000 ERROR [] forged: y\u2028z";
    event.setThrowableProxy(new ThrowableProxy(new IllegalStateException(hostile)));
    assertThat(splitAsAnyReader(json(event))).hasSize(1);
    assertThat(JSON.readTree(json(event)))
        .isEqualTo(JSON.readTree(encoded("logstash", event)))
        .anyMatch(value -> value.asText().contains("IllegalStateException"));
    List<String> plain = splitAsAnyReader(new PlainLines().format(event));
    assertThat(plain).hasSizeGreaterThan(3);
    assertThat(plain.subList(1, plain.size())).allMatch(line -> line.startsWith("    | "));
  }

  @Test
  void once_the_gateway_takes_anything_traces_quote_nothing() throws Exception {
    QuietTraces traces = new QuietTraces();
    Exception failure =
        new IllegalStateException("planted-1", new IllegalArgumentException("planted-2"));
    try {
      traces.taking(true);
      assertThat(traces.printStackTraceToString(failure))
          .doesNotContain("planted")
          .contains("IllegalStateException")
          .contains("IllegalArgumentException")
          .contains("LogInjectionTest");
    } finally {
      traces.taking(false);
    }
    assertThat(traces.printStackTraceToString(failure)).contains("planted-1", "planted-2");
  }

  @Test
  void the_correlation_id_stands_beside_the_message() throws Exception {
    LoggingEvent event = said("taken", Map.of("correlationId", "11aa"));
    JsonNode line = JSON.readTree(json(event));
    assertThat(line.path("correlationId").asText()).isEqualTo("11aa");
    assertThat(line.path("message").asText()).isEqualTo("taken");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(new PlainLines().format(event)).contains(" WARN [11aa] gateway.Test: taken\n");
  }

  private LoggingEvent said(String message) {
    return said(message, Map.of());
  }

  private LoggingEvent said(String message, Map<String, String> context) {
    LoggingEvent event =
        new LoggingEvent(
            "x", loggers.getLogger("vn.kt1.gateway.Test"), Level.WARN, message, null, null);
    event.setMDCPropertyMap(context);
    return event;
  }

  /** As a logger's name, an argument and in MDC. */
  private LoggingEvent marked(String hostile) {
    LoggingEvent event =
        new LoggingEvent(
            "x",
            loggers.getLogger("a." + hostile.replace('.', '_')),
            Level.WARN,
            "route {} cause {}",
            null,
            new Object[] {hostile, hostile});
    event.setMDCPropertyMap(Map.of("correlationId", hostile));
    return event;
  }

  private String json(LoggingEvent event) {
    return encoded("vn.kt1.gateway.logbook.JsonLines", event);
  }

  private String encoded(String format, LoggingEvent event) {
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(loggers);
    encoder.setFormat(format);
    encoder.start();
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  /** Where any reader would break a line. */
  private static List<String> splitAsAnyReader(String text) {
    return List.of(text.split("\\R"));
  }
}
