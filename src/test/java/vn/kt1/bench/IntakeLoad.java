package vn.kt1.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import vn.kt1.testing.HandOffs;

/** Hand-offs in JSON by so many clients at once; each sends its next when it has its receipt. */
final class IntakeLoad {

  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  /** Places that differ, as addressees of real hand-offs do. */
  private static final int ADDRESSEES = 500;

  private static final String ID = "@id@";
  private static final String PLACE = "@place@";
  private static final String TIME = "@time@";

  private final int port;
  private final String path;
  private final String login;
  private final int envelopes;

  /**
   * @param login the value of the header Authorization
   * @param envelopes of each hand-off
   */
  IntakeLoad(int port, String path, String login, int envelopes) {
    this.port = port;
    this.path = path;
    this.login = login;
    this.envelopes = envelopes;
  }

  /** What came of it; times are in microseconds. */
  record Outcome(long taken, long refused, double seconds, Histogram times) {

    double perSecond() {
      return taken / seconds;
    }

    /** In milliseconds. */
    double percentile(double which) {
      return times.getValueAtPercentile(which) / 1000.0;
    }
  }

  Outcome run(int clients, Duration lasts) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long start = System.nanoTime();
      long end = start + lasts.toNanos();
      List<Callable<Outcome>> work = new ArrayList<>();
      IntStream.range(0, clients).forEach(number -> work.add(() -> send(end)));
      List<Future<Outcome>> ended = threads.invokeAll(work);
      return sum(ended, (System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }

  private Outcome send(long end) throws IOException {
    String pattern = pattern();
    Histogram times = new Histogram(3);
    long taken = 0;
    long refused = 0;
    try (Client client = new Client(port, path, login)) {
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        if (client.post(body(pattern)) == 201) {
          taken++;
          times.recordValue((System.nanoTime() - start) / 1000);
        } else {
          refused++;
        }
      }
    }
    return new Outcome(taken, refused, 0, times);
  }

  /**
   * One hand-off with {@link #ID}, {@link #TIME} and {@link #PLACE} (an addressee) to be filled in.
   */
  private String pattern() {
    String list =
        IntStream.rangeClosed(1, envelopes)
            .mapToObj(IntakeLoad::envelope)
            .collect(Collectors.joining(","));
    return HandOffs.json(ID, list).replaceFirst("(?<=handedOffAt\":\")[^\"]*", TIME);
  }

  private static String envelope(int number) {
    return """
    {"envelopeId":"%s-%d","recipient":{"code":"H24.31","addressee":"Room %d-%s"},\
    "secrecy":"CONFIDENTIAL","urgency":"NORMAL","weightGrams":80,"enteredInRegister":true}\
    """
        .formatted(ID, number, number, PLACE);
  }

  private static String body(String pattern) {
    long number = NEXT.incrementAndGet();
    return pattern
        .replace(ID, "B-" + number)
        .replace(TIME, HandOffs.now())
        .replace(PLACE, "" + number % ADDRESSEES);
  }

  private static Outcome sum(List<Future<Outcome>> ended, double seconds)
      throws InterruptedException {
    Histogram times = new Histogram(3);
    long taken = 0;
    long refused = 0;
    for (Future<Outcome> each : ended) {
      try {
        Outcome outcome = each.get();
        taken += outcome.taken();
        refused += outcome.refused();
        times.add(outcome.times());
      } catch (ExecutionException brokenLine) {
        throw new IllegalStateException(brokenLine.getCause());
      }
    }
    return new Outcome(taken, refused, seconds, times);
  }
}
