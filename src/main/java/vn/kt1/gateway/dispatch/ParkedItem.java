package vn.kt1.gateway.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.PostFile;

/** A parked piece of work as an administrator sees it. */
public record ParkedItem(
    String id,
    String route,
    String reference,
    @Nullable String shipmentId,
    @Nullable String parcel,
    Instant since,
    int attempts,
    String cause,
    String nextStep) {

  /**
   * What people see: of a parcel its kind, recipient and name. SECURITY: of anything else the
   * reference may be the name of a file that a stranger gave.
   */
  public String shownReference() {
    return parcel == null ? PostFile.shownName(reference) : parcel;
  }
}
