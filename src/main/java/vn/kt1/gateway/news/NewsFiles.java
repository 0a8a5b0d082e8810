package vn.kt1.gateway.news;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.table.Csv;

/** Writes news as an e-office reads them (CONTRACT, 4.1): CSV, UTF-8, times at +07:00. */
@Component
public class NewsFiles {

  private static final Object[] HEADER = {
    "hand_off_id", "envelope_id", "shipment_id", "decision", "state", "item_code", "occurred_at"
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));

  public NewsRows write(NewsBatch batch) {
    StringBuilder file = new StringBuilder();
    Csv.write(file, HEADER);
    batch.rows().forEach(row -> write(file, row));
    return new NewsRows(batch, file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(StringBuilder file, NewsRow row) {
    Csv.write(
        file,
        row.handOffId(),
        row.envelopeId(),
        row.shipmentId(),
        row.decision(),
        row.state(),
        row.itemCode(),
        TIME.format(row.occurredAt()));
  }
}
