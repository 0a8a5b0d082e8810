package vn.kt1.gateway.post.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.StatusFile;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Reads the post's status files, in the layout of the contract (4.2) or in one that is configured;
 * which one a file has is told by its name and its header.
 */
@Component
public class StatusFiles {

  private static final Layout CONTRACT =
      new Layout(
          "contract",
          "CONTRACT 4.2",
          "myvnp",
          null,
          List.of("item_code"),
          List.of("status_name"),
          List.of("location"),
          List.of(
              new Layout.Event(
                  List.of("status_code"),
                  null,
                  List.of("occurred_at"),
                  List.of(),
                  List.of(),
                  List.of())),
          List.of(),
          false,
          null,
          Map.of(),
          true);

  private final List<Layout> layouts;

  StatusFiles(Directory directory) {
    // Of two that both fit, what asks for more columns is the file's; else the contract's.
    this.layouts =
        Stream.concat(Stream.of(CONTRACT), directory.layouts().stream())
            .sorted(
                Comparator.comparing((Layout layout) -> layout.file() == null)
                    .thenComparing(layout -> -layout.needed().size()))
            .toList();
  }

  public StatusFile read(String name, byte[] bytes) {
    List<Layout> fitting =
        layouts.stream()
            .filter(layout -> layout.file() == null || layout.file().matcher(name).matches())
            .toList();
    return new StatusFile(
        name,
        Sha256.of(bytes),
        taker -> new PostTable<>(columns -> header(fitting, columns), new Rows(taker)).read(bytes));
  }

  /** The first layout whose columns are all there is that of the file. */
  private static Optional<RowReader<List<TrackingEvent>>> header(
      List<Layout> layouts, Map<String, Integer> columns) {
    return layouts.stream()
        .filter(layout -> layout.needed().stream().allMatch(names -> any(names, columns)))
        .findFirst()
        .map(layout -> new StatusRow(layout, columns));
  }

  private static boolean any(List<String> names, Map<String, Integer> columns) {
    return names.stream().anyMatch(columns::containsKey);
  }

  private record Rows(StatusFile.Taker taker) implements PostTable.Taker<List<TrackingEvent>> {
    @Override
    public void told(int row, List<TrackingEvent> events) {
      taker.told(row, events);
    }

    @Override
    public void fault(RowFault fault) {
      taker.fault(fault);
    }

    @Override
    public void warned(RowFault warning) {
      taker.warned(warning);
    }
  }
}
