package vn.kt1.gateway.shipment;

import java.util.List;
import vn.kt1.gateway.shipment.PostFile.RowFault;

/** A status file of the post: read while it is applied, for its rows may be very many. */
public record StatusFile(String name, String sha256, Rows rows) {

  /** Hands out the rows in their order. */
  @FunctionalInterface
  public interface Rows {
    /**
     * @throws Rejected when the file as a whole cannot be read, perhaps only at its end
     */
    void read(Taker taker);
  }

  /** Takes the rows as they come; {@code row} 1 is the first data row. */
  public interface Taker {
    /** One row and what it tells of its item; a row may tell nothing. */
    void told(int row, List<TrackingEvent> events);

    void fault(RowFault fault);

    /** A cell that was left out of a row that was told. */
    void warned(RowFault warning);
  }
}
