package vn.kt1.gateway.post.format;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.shipment.InvoiceRow;
import vn.kt1.gateway.shipment.MonthRow;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Reads the post's files: receipts as the contract has them (4.2), status files so or in a layout
 * that is configured; which one a file has is told by its name and its header.
 */
@Component
public class PostReader {

  private final List<Layout> layouts;

  PostReader(Directory directory) {
    // Of two that both fit, what asks for more columns is the file's; else the contract's.
    this.layouts =
        Stream.concat(Stream.of(StatusRow.CONTRACT), directory.layouts().stream())
            .sorted(
                Comparator.comparing((Layout layout) -> layout.file() == null)
                    .thenComparing(layout -> -layout.needed().size()))
            .toList();
  }

  public PostFile<PostAnswer> receipts(String name, byte[] bytes) {
    return read(name, bytes, List.of(new ReceiptRow()));
  }

  public PostFile<InvoiceRow> invoices(String name, byte[] bytes) {
    return read(name, bytes, List.of(new InvoiceLine()));
  }

  public PostFile<MonthRow> months(String name, byte[] bytes) {
    return read(name, bytes, List.of(new MonthLine()));
  }

  public PostFile<List<TrackingEvent>> statuses(String name, byte[] bytes) {
    return read(
        name,
        bytes,
        layouts.stream()
            .filter(layout -> layout.file() == null || layout.file().matcher(name).matches())
            .map(StatusRow::new)
            .toList());
  }

  private static <T> PostFile<T> read(
      String name, byte[] bytes, List<? extends RowReader<T>> kinds) {
    return new PostFile<>(
        name, Sha256.of(bytes), taker -> new PostTable<>(kinds, taker).read(bytes));
  }
}
