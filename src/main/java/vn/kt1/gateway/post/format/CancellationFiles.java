package vn.kt1.gateway.post.format;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.Cancellation;
import vn.kt1.gateway.post.CancellationFile;
import vn.kt1.gateway.table.Csv;

/** Writes a cancellation as the post reads it (docs/files.md): CSV, UTF-8, times at +07:00. */
@Component
public class CancellationFiles {

  private static final Object[] HEADER = {"order_id", "shipment_id", "asked_at"};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));

  public CancellationFile write(Cancellation asked) {
    StringBuilder file = new StringBuilder();
    Csv.write(file, HEADER);
    Csv.write(file, asked.orderId(), asked.shipmentId(), TIME.format(asked.askedAt()));
    return new CancellationFile(asked, file.toString().getBytes(StandardCharsets.UTF_8));
  }
}
