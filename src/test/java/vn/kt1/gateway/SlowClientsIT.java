package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand clients that send a byte now and then, and what others notice of them. */
@Tag("nightly")
class SlowClientsIT extends RestGateway {

  private static final Duration DRIP = Duration.ofMillis(900);
  // Head 10 s, body 20 s, then one read more; the rest is for a machine that is busy elsewhere.
  private static final Duration ALL_CUT = Duration.ofSeconds(45);
  // Whoever waits for a thread that a slow body holds waits for nearly twice as long.
  private static final Duration SOON = Duration.ofSeconds(10);

  /** A thousand: ThousandSlowClientsIT. */
  int lines() {
    return 80;
  }

  @Test
  void slow_lines_are_cut_off_and_others_do_not_notice() throws Exception {
    handOver(); // with everything loaded
    try (Drips drips = new Drips(port())) {
      drips.open(lines() / 2, "POST /api/v1/hand-offs HTTP/1.1\r\nHost: x\r\n", "X-More: more\r\n");
      drips.open(lines() / 4, head("Bearer nobody"), " ");
      drips.open(lines() / 4, head(partner("qn-eoffice")), " ");
      Thread dripping = new Thread(drips, "drips");
      dripping.start();
      List<Duration> waits = new ArrayList<>();
      // For as long as any of them holds its line, and no faster than a partner may call.
      await("every slow line is cut")
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(50))
          .atMost(ALL_CUT)
          .until(
              () -> {
                waits.add(handOver());
                return drips.open() == 0;
              });
      assertThat(waits).hasSizeGreaterThan(10).allMatch(wait -> wait.compareTo(SOON) < 0);
      assertThat(drips.longest()).as("an endless body was waited for").isGreaterThan(SOON);
    }
  }

  private Duration handOver() {
    long asked = System.nanoTime();
    HttpResponse<byte[]> answer = post(partner("hp-eoffice"), secret(freshId()));
    assertThat(answer.statusCode()).isEqualTo(201);
    return since(asked);
  }

  private static String head(String who) {
    return "POST /api/v1/hand-offs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Authorization: "
        + who
        + "\r\nContent-Length: 100000\r\n\r\n{";
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Many connections on one thread. */
  private static final class Drips implements Runnable, AutoCloseable {

    private record Line(SocketChannel channel, String drop, long since) {}

    private final int port;
    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile int open;
    private volatile Duration longest = Duration.ZERO;

    Drips(int port) throws IOException {
      this.port = port;
      this.selector = Selector.open();
    }

    void open(int number, String head, String drop) throws IOException {
      for (int i = 0; i < number; i++) {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        lines.add(new Line(channel, drop, System.nanoTime()));
      }
      open = lines.size();
    }

    int open() {
      return open;
    }

    Duration longest() {
      return longest;
    }

    @Override
    public void run() {
      try {
        for (Line line : lines) {
          line.channel().register(selector, SelectionKey.OP_READ, line);
        }
        while (!ended.get() && open > 0) {
          long next = System.nanoTime() + DRIP.toNanos();
          lines.stream().filter(line -> line.channel().isOpen()).forEach(this::drip);
          while (System.nanoTime() < next && !ended.get()) {
            selector.select(key -> read((Line) key.attachment()), 100);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private void drip(Line line) {
      try {
        line.channel().write(ByteBuffer.wrap(line.drop().getBytes(StandardCharsets.US_ASCII)));
      } catch (IOException cut) {
        end(line);
      }
    }

    /** Whatever is answered is read; a line is open until the other side ends it. */
    private void read(Line line) {
      ByteBuffer answer = ByteBuffer.allocate(4096);
      try {
        if (line.channel().read(answer) < 0) {
          end(line);
        }
      } catch (IOException cut) {
        end(line);
      }
    }

    private void end(Line line) {
      try {
        line.channel().close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      longest = longer(longest, since(line.since()));
      open--;
    }

    @Override
    public void close() throws IOException {
      ended.set(true);
      for (Line line : lines) {
        line.channel().close();
      }
      selector.close();
    }
  }
}
