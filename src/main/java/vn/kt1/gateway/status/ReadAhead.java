package vn.kt1.gateway.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.PostFile.Taker;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Reads a file in a thread of its own, some rows ahead of the thread that takes them: so the
 * reading and the database do not wait for each other.
 */
final class ReadAhead<T> implements PostFile.Rows<T> {

  /** Rows go over in parts; 8 parts of 1,000 rows may wait. */
  private static final int PART = 1_000;

  private static final int MOST_PARTS = 8;

  private final PostFile.Rows<T> rows;
  private final BlockingQueue<List<Consumer<Taker<T>>>> parts =
      new ArrayBlockingQueue<>(MOST_PARTS);

  ReadAhead(PostFile.Rows<T> rows) {
    this.rows = rows;
  }

  /**
   * @throws Unavailable when the gateway stops
   */
  @Override
  public void read(Taker<T> taker) {
    Thread reader = new Thread(this::fill, "post-reading");
    reader.setDaemon(true);
    reader.start();
    try {
      // An empty part is the end.
      for (var part = parts.take(); !part.isEmpty(); part = parts.take()) {
        part.forEach(row -> row.accept(taker));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("a file of the post while the gateway stops", e);
    } finally {
      reader.interrupt();
    }
  }

  private void fill() {
    try {
      Parting parting = new Parting();
      rows.read(parting);
      parting.end();
    } catch (Throwable failure) {
      // Nothing of a file that fails is kept, so nobody needs the parts before.
      parts.clear();
      parts.add(List.of(taker -> fail(failure)));
    }
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  /** Gathers rows and gives them on by the part. */
  private final class Parting implements Taker<T> {
    private List<Consumer<Taker<T>>> part = new ArrayList<>(PART);

    @Override
    public void told(int row, T says) {
      add(taker -> taker.told(row, says));
    }

    @Override
    public void fault(RowFault fault) {
      add(taker -> taker.fault(fault));
    }

    @Override
    public void warned(RowFault warning) {
      add(taker -> taker.warned(warning));
    }

    private void add(Consumer<Taker<T>> row) {
      part.add(row);
      if (part.size() == PART) {
        give();
      }
    }

    void end() {
      if (!part.isEmpty()) {
        give();
      }
      give();
    }

    private void give() {
      try {
        parts.put(part);
        part = new ArrayList<>(PART);
      } catch (InterruptedException nobodyTakesMore) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
  }
}
