package vn.kt1.gateway.status;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Reads a status file in a thread of its own, one batch ahead of whoever applies it: the database
 * and the reading need not wait for one another.
 */
final class StatusReading implements AutoCloseable {

  /** A batch, or why there is none; neither at the end of the file. */
  private record Part(@Nullable StatusBatch batch, @Nullable Throwable failure) {}

  /** Thrown into the reading when nobody takes any more. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("abandoned", null, false, false);
    }
  }

  /** Gathers rows and gives them on by the batch. */
  private final class Batches implements StatusFile.Taker {
    private StatusBatch batch = new StatusBatch(latest);

    @Override
    public void told(int row, List<TrackingEvent> events) {
      batch.told(row, events);
      giveWhenFull();
    }

    @Override
    public void fault(RowFault fault) {
      batch.fault(fault);
      giveWhenFull();
    }

    @Override
    public void warned(RowFault warning) {
      batch.warned(warning);
    }

    private void giveWhenFull() {
      if (batch.full()) {
        give();
      }
    }

    void give() {
      put(new Part(batch, null));
      batch = new StatusBatch(latest);
    }
  }

  private final SynchronousQueue<Part> parts = new SynchronousQueue<>();
  private final Instant latest;
  private final Thread reader;

  StatusReading(StatusFile.Rows rows, Instant latest) {
    this.latest = latest;
    reader = new Thread(() -> read(rows), "status-reading");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(StatusFile.Rows rows) {
    try {
      Batches batches = new Batches();
      rows.read(batches);
      batches.give();
      put(new Part(null, null));
    } catch (Abandoned nobodyTakesIt) {
      // whoever abandoned it knows why
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    try {
      put(new Part(null, failure));
    } catch (Abandoned nobodyTakesIt) {
      // whoever abandoned it knows why
    }
  }

  private void put(Part part) {
    try {
      parts.put(part);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever makes another failure of this one gives up too
      throw new Abandoned();
    }
  }

  /**
   * The next rows, or null after the last.
   *
   * @throws vn.kt1.gateway.shipment.Rejected when the file as a whole cannot be read
   * @throws Unavailable when it is to be tried again
   */
  @Nullable StatusBatch next() {
    Part part = take();
    if (part.failure() instanceof Error error) {
      throw error;
    }
    if (part.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    return part.batch();
  }

  /** Waits for as long as somebody reads: a reader that died without a word gives nothing more. */
  private Part take() {
    try {
      Part part = parts.poll(1, TimeUnit.SECONDS);
      while (part == null && reader.isAlive()) {
        part = parts.poll(1, TimeUnit.SECONDS);
      }
      if (part == null) {
        throw new Unavailable("the reader of a status file", null);
      }
      return part;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("a status file while the gateway stops", e);
    }
  }

  /** Ends the reading wherever it is. */
  @Override
  public void close() {
    reader.interrupt();
  }
}
