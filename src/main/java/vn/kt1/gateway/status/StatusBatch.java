package vn.kt1.gateway.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Some rows of a status file, one after the other, and what each of them told. */
final class StatusBatch implements StatusFile.Taker {

  /** A row that was read, and how many events it told of. */
  record Row(int number, int events) {}

  /** As many rows are in the heap at a time, and as many again while they are read ahead. */
  private static final int MOST = 25_000;

  private final Instant latest;
  private final List<Row> rows = new ArrayList<>();
  private final List<TrackingEvent> events = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final List<RowFault> warnings = new ArrayList<>();
  private boolean ahead;

  /**
   * @param latest what is told of a later time has not happened
   */
  StatusBatch(Instant latest) {
    this.latest = latest;
  }

  @Override
  public void told(int row, List<TrackingEvent> told) {
    if (told.stream().anyMatch(event -> event.occurredAt().isAfter(latest))) {
      String item = told.get(0).itemCode().raw();
      faults.add(RowFault.of(row, Code.BAD_VALUE, "future", item));
      ahead = true;
      return;
    }
    rows.add(new Row(row, told.size()));
    events.addAll(told);
  }

  @Override
  public void fault(RowFault fault) {
    faults.add(fault);
  }

  @Override
  public void warned(RowFault warning) {
    warnings.add(warning);
  }

  /** Whether a row told of a time to come. */
  boolean ahead() {
    return ahead;
  }

  boolean full() {
    return rows.size() + faults.size() >= MOST || events.size() >= MOST;
  }

  List<Row> rows() {
    return rows;
  }

  /** Of all rows, in their order. */
  List<TrackingEvent> events() {
    return events;
  }

  List<RowFault> faults() {
    return faults;
  }

  List<RowFault> warnings() {
    return warnings;
  }
}
