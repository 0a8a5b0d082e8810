package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;

/** A status file read to its end: its events, its faults, and how many rows it has. */
record ReadStatuses(
    String name,
    List<TrackingEvent> rows,
    List<RowFault> faults,
    List<RowFault> warnings,
    int rowCount) {

  static ReadStatuses of(StatusFile file) {
    List<TrackingEvent> events = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    List<RowFault> warnings = new ArrayList<>();
    int[] rows = new int[1];
    file.rows()
        .read(
            new StatusFile.Taker() {
              @Override
              public void told(int row, List<TrackingEvent> told) {
                rows[0]++;
                events.addAll(told);
              }

              @Override
              public void fault(RowFault fault) {
                rows[0]++;
                faults.add(fault);
              }

              @Override
              public void warned(RowFault warning) {
                warnings.add(warning);
              }
            });
    return new ReadStatuses(file.name(), events, faults, warnings, rows[0]);
  }
}
