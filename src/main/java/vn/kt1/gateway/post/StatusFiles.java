package vn.kt1.gateway.post;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Reads the post's status files (CONTRACT, 4.2): MyVNPost numbers or UPU letters. */
@Component
public class StatusFiles {

  private static final List<String> NEEDED = List.of("item_code", "status_code", "occurred_at");

  /**
   * @throws Rejected when the file as a whole cannot be read
   */
  public PostFile<TrackingEvent> read(String name, byte[] bytes) {
    return PostTable.read(name, bytes, NEEDED, StatusFiles::event);
  }

  private static TrackingEvent event(PostRow row) {
    // Spreadsheets turn the number 14 into 14.0.
    String code =
        row.required("status_code")
            .toUpperCase(Locale.ROOT)
            .replaceFirst("(?<=^[0-9]{1,6})\\.0$", "");
    if (!code.matches("[A-Z0-9_-]{1,20}")) {
      throw new BadRow(Code.BAD_VALUE, "status-code");
    }
    return new TrackingEvent(
        row.number(),
        Character.isDigit(code.charAt(0)) ? "myvnp" : "upu",
        Objects.requireNonNull(ReceiptFiles.itemCode(row.required("item_code"))),
        code,
        row.text("status_name"),
        row.requiredTime("occurred_at"),
        row.text("location"),
        row.text("note"));
  }
}
