package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the post on its SFTP tree: takes order files, answers each order with one receipt and walks
 * its item to the end; a new start on the same folders goes on where a killed one stopped.
 */
public final class SimulatedPost implements AutoCloseable {
  /** Four steps to the delivery: about eight seconds. */
  public static final Duration STEP = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedPost.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Path orders;
  private final Path taken;
  private final Path cancellations;
  private final Path receipts;
  private final Path statuses;
  private final PostBook book;
  private final Clock clock;
  private @Nullable SimulatedItems items;
  private final Set<Path> unreadable = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(SimulatedPost::daemon);
  private UnaryOperator<byte[]> opener = UnaryOperator.identity();
  private String ending = ".csv";

  /**
   * Does not start yet.
   *
   * @param tree the post's SFTP root, made where it is missing
   * @param memory a folder outside every tree that is served
   * @param step the time between two states of an item
   */
  public SimulatedPost(Path tree, Path memory, Clock clock, Duration step) throws IOException {
    Trees.post(tree);
    this.orders = tree.resolve("to-post/orders");
    this.taken = orders.resolve(".done");
    this.cancellations = tree.resolve("to-post/cancellations");
    this.receipts = tree.resolve("from-post/receipts");
    this.statuses = tree.resolve("from-post/status");
    this.clock = clock;
    this.book = new PostBook(memory, clock, step);
  }

  /** What the tracking API tells is put there; without it, such items never arrive. */
  public SimulatedPost telling(SimulatedItems board) {
    items = board;
    return this;
  }

  /** Takes encrypted files and no others, and reads them so. */
  public SimulatedPost opening(UnaryOperator<byte[]> how) {
    opener = how;
    ending = ".csv.pgp";
    return this;
  }

  public SimulatedPost start() {
    thread.scheduleWithFixedDelay(this::round, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Ends after the round that may be going on: an interrupt would tear its files. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("the simulated post does not come to an end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      work();
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the simulated post tries again: {}", failed.toString());
    }
  }

  /** One look at the folders; everything in it may happen twice with one effect. */
  synchronized void work() throws IOException {
    finishMoves(orders);
    finishMoves(cancellations);
    for (Path file : list(orders, ending)) {
      Optional<byte[]> content = Sealed.read(file);
      if (content.isPresent()) {
        take(file, content.get());
      }
    }
    for (Path file : list(cancellations, ending)) {
      Optional<byte[]> content = Sealed.read(file);
      if (content.isPresent()) {
        cancel(file, content.get());
      }
    }
    for (Batch batch : book.open()) {
      answer(batch);
    }
  }

  private void take(Path file, byte[] content) throws IOException {
    String name = batchName(file, content);
    try {
      book.accept(name, OrderFile.read(opener.apply(content)));
    } catch (OrderFile.Unreadable fault) {
      if (unreadable.add(file)) {
        LOG.warn("order file {} is left where it is: {}", name, fault.getMessage());
      }
      return;
    }
    Sealed.move(file, taken);
    LOG.info("took order file {}", name);
  }

  /** An order that is not answered yet is refused; an answered one stays as it is. */
  private void cancel(Path file, byte[] content) throws IOException {
    try {
      book.refuse(OrderFile.cancelled(opener.apply(content)));
    } catch (OrderFile.Unreadable fault) {
      if (unreadable.add(file)) {
        LOG.warn("a cancellation is left where it is: {}", fault.getMessage());
      }
      return;
    }
    Sealed.move(file, cancellations.resolve(".done"));
    LOG.info("took cancellation {}", file.getFileName());
  }

  private void answer(Batch batch) throws IOException {
    for (int file = book.sent(batch); file < batch.files(); file++) {
      if (batch.due(file).isAfter(clock.instant())) {
        return;
      }
      Path folder = file == 0 ? receipts : statuses;
      Sealed.write(folder.resolve(batch.fileName(file)), batch.content(file));
      book.markSent(batch, file + 1);
    }
    if (items != null
        && batch.steps() > batch.files()
        && !batch.apiDue().isAfter(clock.instant())) {
      tell(items, batch);
    }
  }

  /** Twice is once: the board keeps each entry once. */
  private void tell(SimulatedItems board, Batch batch) throws IOException {
    for (Answer answer : batch.byApi()) {
      board.add(answer.itemCode(), answer.history());
    }
    book.markSent(batch, batch.steps());
  }

  /** A seal stays behind when a kill hits between the two renames of a move. */
  private void finishMoves(Path folder) throws IOException {
    Path done = folder.resolve(".done");
    for (Path seal : list(folder, ending + ".sha256")) {
      String file = seal.getFileName().toString().replaceFirst("\\.sha256$", "");
      if (Files.exists(done.resolve(file)) && !Files.exists(folder.resolve(file))) {
        DurableFile.move(seal, done.resolve(seal.getFileName()));
      }
    }
  }

  /** The name tells what a file answers; the digits tell apart two files of one name. */
  private static String batchName(Path file, byte[] content) {
    String stem = file.getFileName().toString().replaceFirst("\\.csv(\\.pgp)?$", "");
    String tail = stem.replaceFirst("^KT1-ORDER_", "").replaceAll("[^A-Za-z0-9._-]", "");
    return tail.substring(Math.max(0, tail.length() - 45))
        + "-"
        + Sealed.sha256(content).substring(0, 8);
  }

  private static List<Path> list(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(end))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "simulated-post");
    thread.setDaemon(true);
    return thread;
  }
}
