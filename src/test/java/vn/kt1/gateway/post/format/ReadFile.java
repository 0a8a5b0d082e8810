package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.TrackingEvent;

/** A file of the post read to its end: what its rows say, its faults, and how many rows it has. */
record ReadFile<T>(
    String name, List<T> rows, List<RowFault> faults, List<RowFault> warnings, int rowCount) {

  static <T> ReadFile<T> of(PostFile<T> file) {
    List<T> rows = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    List<RowFault> warnings = new ArrayList<>();
    file.rows()
        .read(
            new PostFile.Taker<T>() {
              @Override
              public void told(int row, T says) {
                rows.add(says);
              }

              @Override
              public void fault(RowFault fault) {
                faults.add(fault);
              }

              @Override
              public void warned(RowFault warning) {
                warnings.add(warning);
              }
            });
    return new ReadFile<>(file.name(), rows, faults, warnings, rows.size() + faults.size());
  }

  /** Event by event. */
  static ReadFile<TrackingEvent> ofStatuses(PostFile<List<TrackingEvent>> file) {
    ReadFile<List<TrackingEvent>> read = of(file);
    List<TrackingEvent> events = read.rows().stream().flatMap(List::stream).toList();
    return new ReadFile<>(read.name(), events, read.faults(), read.warnings(), read.rowCount());
  }
}
