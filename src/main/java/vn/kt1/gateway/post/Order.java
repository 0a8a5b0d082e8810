package vn.kt1.gateway.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.dispatch.ForKt1Only;
import vn.kt1.gateway.shipment.Kt1Leave;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Urgency;

/** What the gateway asks of the post for one KT1 shipment; weight in grams. */
public record Order(
    String orderId,
    String shipmentId,
    Kt1Leave leave,
    @Nullable String mark,
    Urgency urgency,
    @Nullable Instant deliverAt,
    Party sender,
    Recipient recipient,
    boolean personalOnly,
    @Nullable Integer weightGrams,
    int pieces,
    Instant handedOffAt)
    implements ForKt1Only {

  @Override
  public String reference() {
    return orderId;
  }

  /** A sending unit with its address. */
  public record Party(String code, String name, @Nullable String address) {}
}
