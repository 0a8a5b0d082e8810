package vn.kt1.bench;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.Site;

/**
 * E-offices at work: each hand-off is sent by REST until it is acknowledged, and files are dropped
 * by SFTP, whether the gateway is alive or not.
 */
final class Load implements AutoCloseable {
  /** Envelopes in each hand-off. */
  static final int BY_REST = 2;

  static final int BY_FILE = 3;

  private static final int SENDERS = 12;

  /**
   * Every sender hands over once in so many milliseconds, and all at the same moment: so the
   * gateway writes several together.
   */
  private static final int SENDER_BEAT = 250;

  private static final int SENDER_RESTS = 60;

  /** Between two files. */
  private static final int DROP_RESTS = 700;

  private static final String PARTNER = "hp-eoffice";

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, String> dropped = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
  private final ExecutorService offices = Executors.newFixedThreadPool(SENDERS + 1);
  private final Api api;
  private final PartnerTree tree;
  private volatile boolean ended;

  Load(Site site, Api api) {
    this.api = api;
    this.tree = new PartnerTree(site, PARTNER);
  }

  void start() {
    for (int sender = 0; sender < SENDERS; sender++) {
      offices.execute(() -> until(this::send, Load::nextBeat));
    }
    offices.execute(() -> until(this::drop, () -> DROP_RESTS));
  }

  /** Waits for what is under way to be acknowledged, and lets nothing new begin. */
  void pause() {
    gate.writeLock().lock();
  }

  void resume() {
    gate.writeLock().unlock();
  }

  /** Hand-off id to the shipments of its receipt, as JSON. */
  Map<String, String> acknowledged() {
    return acknowledged;
  }

  /** Hand-off id to the name of its file. */
  Map<String, String> dropped() {
    return dropped;
  }

  /** What an office met that it should not have met. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void until(Runnable work, LongSupplier rests) {
    while (!ended) {
      gate.readLock().lock();
      try {
        work.run();
      } catch (RuntimeException unexpected) {
        failures.add(unexpected.toString());
      } finally {
        gate.readLock().unlock();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(rests.getAsLong()));
    }
  }

  private static long nextBeat() {
    return SENDER_BEAT - System.nanoTime() / 1_000_000 % SENDER_BEAT;
  }

  private void send() {
    String id = "C-" + next.incrementAndGet();
    String body = HandOffs.json(id, BY_REST);
    while (!ended && !acknowledged.containsKey(id)) {
      try {
        Api.Answer answer = api.post("/hand-offs", body);
        if (answer.status() == 200 || answer.status() == 201) {
          acknowledged.put(id, answer.body().path("shipments").toString());
        } else if (answer.status() != 503) {
          throw new IllegalStateException(id + " was answered " + answer);
        }
      } catch (UncheckedIOException killedMeanwhile) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SENDER_RESTS));
      }
    }
  }

  private void drop() {
    String id = "C-CSV-" + next.incrementAndGet();
    tree.drop(id + ".csv", HandOffs.csv(id, BY_FILE));
    dropped.put(id, id + ".csv");
  }

  @Override
  public void close() {
    ended = true;
    if (gate.isWriteLockedByCurrentThread()) {
      resume();
    }
    offices.shutdownNow();
  }
}
