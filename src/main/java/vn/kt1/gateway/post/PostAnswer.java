package vn.kt1.gateway.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ItemCode;

/** The post's answer to one order; weight in grams. */
public record PostAnswer(
    int row,
    String orderId,
    @Nullable String shipmentId,
    Result result,
    @Nullable ItemCode itemCode,
    @Nullable Instant at,
    @Nullable String postOffice,
    @Nullable Integer weightGrams,
    @Nullable String reason) {

  /** Taken, or sent back with a reason. */
  public enum Result {
    ACCEPTED,
    REFUSED
  }
}
