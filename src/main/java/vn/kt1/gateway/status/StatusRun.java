package vn.kt1.gateway.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Applies the rows of one status file while they are read, many at a time, and counts each by the
 * best that became of what it told.
 */
final class StatusRun extends PostRows<List<TrackingEvent>> {

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

  /** A row and its events, which are some of those that wait to be applied. */
  private record Row(int number, List<TrackingEvent> events) {}

  /** As many events are in the heap at a time. */
  private static final int MOST = 25_000;

  private final Instant latest;
  private final Function<List<TrackingEvent>, List<Effect>> applying;
  private final List<Row> rows = new ArrayList<>();
  private final List<TrackingEvent> events = new ArrayList<>();
  private boolean ahead;

  /**
   * @param latest what is told of a later time has not happened
   * @param applying gives one effect an event, in their order
   */
  StatusRun(Instant latest, Function<List<TrackingEvent>, List<Effect>> applying) {
    this.latest = latest;
    this.applying = applying;
  }

  @Override
  protected void apply(int row, List<TrackingEvent> told) {
    if (toCome(told)) {
      reject(RowFault.of(row, Code.BAD_VALUE, "future", told.get(0).itemCode().raw()));
      ahead = true;
      return;
    }
    rows.add(new Row(row, told));
    events.addAll(told);
    if (events.size() >= MOST) {
      applyAll();
    }
  }

  private boolean toCome(List<TrackingEvent> told) {
    for (TrackingEvent event : told) {
      if (event.occurredAt().isAfter(latest)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row told of a time to come. */
  boolean ahead() {
    return ahead;
  }

  @Override
  public Result result() {
    applyAll();
    return super.result();
  }

  private void applyAll() {
    List<Effect> effects = applying.apply(events);
    int from = 0;
    for (Row row : rows) {
      int to = from + row.events().size();
      count(row, effects.subList(from, to));
      from = to;
    }
    rows.clear();
    events.clear();
  }

  /** A row that tells nothing is one we know all of already. */
  private void count(Row row, List<Effect> effects) {
    if (effects.contains(Effect.APPLIED)) {
      applied++;
    } else if (effects.contains(Effect.UNKNOWN)) {
      reject(unknown(row, "kept"));
    } else if (effects.contains(Effect.EARLIER)) {
      reject(unknown(row, "earlier"));
    } else if (effects.contains(Effect.UNMAPPED)) {
      unmapped++;
    } else {
      duplicates++;
    }
  }

  private static RowFault unknown(Row row, String variant) {
    String item = row.events().get(0).itemCode().raw();
    return RowFault.of(row.number(), Code.UNKNOWN_ITEM, variant, item);
  }
}
