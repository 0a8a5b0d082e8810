package vn.kt1.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Lines wait in a queue, and none is lost. */
class LinesInTheirTurnTest {

  private final LoggerContext context = new LoggerContext();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final CountDownLatch reads = new CountDownLatch(1);

  LinesInTheirTurnTest() {
    context.setMDCAdapter(MDC.getMDCAdapter());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg %mdc{correlationId}%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.setOutputStream(new Slow());
    console.start();
    root.setLevel(Level.INFO);
    root.addAppender(console);
    LinesInTheirTurn.queue(root);
  }

  @Test
  void nobody_waits_for_the_console_and_a_stop_writes_what_waits() {
    MDC.put("correlationId", "id-1");
    root.info("one");
    MDC.remove("correlationId");
    root.info("two");
    assertThat(lines()).isEmpty();
    reads.countDown();
    context.stop();
    assertThat(lines()).containsExactly("one id-1", "two ");
  }

  @Test
  void when_the_queue_is_full_whoever_logs_waits_and_no_line_is_left_out() {
    List<String> all = IntStream.range(0, 5000).mapToObj(number -> number + " ").toList();
    Thread talker = new Thread(() -> all.forEach(line -> root.info(line.strip())));
    talker.start();
    await().until(() -> talker.getState() == Thread.State.WAITING);
    reads.countDown();
    await().until(() -> !talker.isAlive());
    context.stop();
    assertThat(lines()).isEqualTo(all);
  }

  @Test
  void what_has_a_queue_gets_no_second_one() {
    LinesInTheirTurn.queue(root);
    reads.countDown();
    root.info("one");
    context.stop();
    assertThat(lines()).containsExactly("one ");
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** A console that nobody reads yet. */
  private final class Slow extends OutputStream {
    @Override
    public void write(int letter) {
      write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      boolean interrupted = false;
      while (true) {
        try {
          reads.await();
          break;
        } catch (InterruptedException stopped) {
          interrupted = true;
        }
      }
      written.write(some, from, length);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
