package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Some rows of a status file, one after the other, and what each of them told. */
final class StatusBatch implements StatusFile.Taker {

  /** A row that was read, and how many events it told of. */
  record Row(int number, int events) {}

  /** As many rows are in the heap at a time, and as many again while they are read ahead. */
  private static final int MOST = 25_000;

  private final List<Row> rows = new ArrayList<>();
  private final List<TrackingEvent> events = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final List<RowFault> warnings = new ArrayList<>();

  @Override
  public void told(int row, List<TrackingEvent> told) {
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
