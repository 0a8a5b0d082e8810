package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Takes the rows of a status file and applies them in batches of so many, whatever the length of
 * the file; a row is counted by the best that became of what it told.
 */
final class StatusBatches implements StatusFile.Taker {

  /**
   * What became of an event; {@code UNKNOWN} waits for its item, {@code EARLIER} is about whoever
   * had the item code before.
   */
  enum Effect {
    APPLIED,
    UNMAPPED,
    DUPLICATE,
    UNKNOWN,
    EARLIER
  }

  private record Row(int number, int events) {}

  private static final int BATCH = 100_000;

  private final Function<List<TrackingEvent>, List<Effect>> apply;
  private final List<Row> rows = new ArrayList<>();
  private final List<TrackingEvent> events = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final PostFiles.Counts counts = new PostFiles.Counts();
  private int read;

  /**
   * @param apply gives one effect an event, in their order
   */
  StatusBatches(Function<List<TrackingEvent>, List<Effect>> apply) {
    this.apply = apply;
  }

  @Override
  public void told(int row, List<TrackingEvent> told) {
    read++;
    rows.add(new Row(row, told.size()));
    events.addAll(told);
    if (events.size() >= BATCH) {
      flush();
    }
  }

  @Override
  public void fault(RowFault fault) {
    read++;
    faults.add(fault);
  }

  private void flush() {
    List<Effect> effects = apply.apply(events);
    int from = 0;
    for (Row row : rows) {
      count(row, effects.subList(from, from + row.events()));
      from += row.events();
    }
    rows.clear();
    events.clear();
  }

  /** A row that tells nothing is one we know all of already. */
  private void count(Row row, List<Effect> effects) {
    if (effects.contains(Effect.APPLIED)) {
      counts.applied++;
    } else if (effects.contains(Effect.UNKNOWN)) {
      faults.add(RowFault.of(row.number(), Code.UNKNOWN_ITEM, "kept"));
    } else if (effects.contains(Effect.EARLIER)) {
      faults.add(RowFault.of(row.number(), Code.UNKNOWN_ITEM, "earlier"));
    } else if (effects.contains(Effect.UNMAPPED)) {
      counts.unmapped++;
    } else {
      counts.duplicates++;
    }
  }

  Result result() {
    flush();
    return PostFiles.result(read, counts, faults);
  }
}
