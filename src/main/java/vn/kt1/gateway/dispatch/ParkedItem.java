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
    Instant since,
    int attempts,
    String cause,
    String nextStep) {

  /** SECURITY: the reference may be the name of a file; people see the one that may be shown. */
  public String shownReference() {
    return PostFile.shownName(reference);
  }
}
