package vn.kt1.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of a flight recording goes: by library and room, by thread, and while waiting. */
final class Shares {

  private static final String OURS = "vn.kt1.gateway.";

  /** Whose classes begin so; the first that fits counts. */
  private static final List<Owner> OWNERS =
      List.of(
          new Owner("org.apache.catalina.", "Tomcat"),
          new Owner("org.apache.coyote.", "Tomcat"),
          new Owner("org.apache.tomcat.", "Tomcat"),
          new Owner("org.springframework.security.", "Spring Security"),
          new Owner("org.springframework.jdbc.", "Spring JDBC"),
          new Owner("org.springframework.transaction.", "Spring JDBC"),
          new Owner("org.springframework.", "Spring, rest"),
          new Owner("org.apache.camel.", "Camel"),
          new Owner("com.fasterxml.jackson.", "Jackson"),
          new Owner("org.postgresql.", "PostgreSQL driver"),
          new Owner("com.zaxxer.hikari.", "connection pool"),
          new Owner("ch.qos.logback.", "log"),
          new Owner("org.slf4j.", "log"),
          new Owner("io.micrometer.", "figures (Micrometer)"));

  private record Owner(String prefix, String name) {}

  private final Map<String, Long> self = new TreeMap<>();
  private final Map<String, Long> below = new TreeMap<>();
  private final Map<String, Long> threads = new TreeMap<>();
  private final Map<String, Long> tops = new TreeMap<>();
  private final Map<String, Long> waits = new TreeMap<>();
  private long samples;

  /**
   * @param from what was before does not count: the start, and warming up
   */
  static Shares of(Path recording, Instant from) throws IOException {
    Shares shares = new Shares();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getStartTime().isAfter(from)) {
          shares.add(event);
        }
      }
    }
    return shares;
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> sample(event);
      case "jdk.SocketRead" -> {
        if (frames(event).anyMatch(type -> type.startsWith("org.postgresql."))) {
          wait("PostgreSQL answers", event);
        }
      }
      case "jdk.GCPhasePause" -> wait("garbage collection stops all", event);
      case "jdk.JavaMonitorEnter" -> wait("a lock is free", event);
      default -> {
        // Nothing that this table tells.
      }
    }
  }

  private void wait(String what, RecordedEvent event) {
    waits.merge(what, event.getDuration().toNanos(), Long::sum);
  }

  private void sample(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return;
    }
    samples++;
    count(self, frames(event).filter(Shares::known).map(Shares::owner).findFirst().orElse("Java"));
    frames(event).filter(Shares::known).map(Shares::owner).distinct().forEach(o -> count(below, o));
    String thread =
        Optional.ofNullable(event.getThread("sampledThread").getJavaName())
            .orElse("of the machine");
    count(threads, thread.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "N"));
    event.getStackTrace().getFrames().stream()
        .findFirst()
        .ifPresent(
            top ->
                count(tops, top.getMethod().getType().getName() + "." + top.getMethod().getName()));
  }

  private static Stream<String> frames(RecordedEvent event) {
    return event.getStackTrace() == null
        ? Stream.of()
        : event.getStackTrace().getFrames().stream()
            .filter(RecordedFrame::isJavaFrame)
            .map(frame -> frame.getMethod().getType().getName());
  }

  /** Java itself works for whoever calls it. */
  private static boolean known(String type) {
    return !type.startsWith("java.")
        && !type.startsWith("javax.")
        && !type.startsWith("jdk.")
        && !type.startsWith("sun.")
        && !type.startsWith("com.sun.");
  }

  private static String owner(String type) {
    if (type.startsWith(OURS)) {
      return "room " + type.substring(OURS.length()).replaceFirst("[.].*", "");
    }
    return OWNERS.stream()
        .filter(owner -> type.startsWith(owner.prefix()))
        .map(Owner::name)
        .findFirst()
        .orElseGet(() -> type.replaceFirst("^((\\w+[.]){2}\\w+).*", "$1"));
  }

  private static void count(Map<String, Long> counts, String name) {
    counts.merge(name, 1L, Long::sum);
  }

  void print(PrintStream out) {
    out.printf("%d samples%n", samples);
    out.printf("%n%-44s %7s %7s%n", "in", "itself", "and what it calls");
    rows(below, samples * 3 / 1000, name -> self.getOrDefault(name, 0L), out);
    out.printf("%n%-44s %7s%n", "threads", "share");
    rows(threads, samples / 100, null, out);
    out.printf("%n%-44s %7s%n", "methods", "share");
    rows(tops, samples / 100, null, out);
    out.printf("%n%-44s %7s%n", "waited, in all threads together, until", "s");
    waits.forEach((what, nanos) -> out.printf(Locale.ROOT, "%-44s %7.2f%n", what, nanos / 1e9));
  }

  private void rows(
      Map<String, Long> counts, long least, Function<String, Long> before, PrintStream out) {
    counts.entrySet().stream()
        .filter(row -> row.getValue() > least)
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Long> row) ->
                        before == null ? row.getValue() : before.apply(row.getKey()))
                .reversed())
        .forEach(
            row -> {
              String first = before == null ? "" : percent(before.apply(row.getKey()));
              out.printf("%-44s %s%s%n", row.getKey(), first, percent(row.getValue()));
            });
  }

  private String percent(long count) {
    return String.format(Locale.ROOT, "%6.1f%% ", 100.0 * count / Math.max(1, samples));
  }
}
