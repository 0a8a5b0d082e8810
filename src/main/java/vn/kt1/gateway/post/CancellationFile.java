package vn.kt1.gateway.post;

import vn.kt1.gateway.dispatch.FileForPost;
import vn.kt1.gateway.shipment.Sha256;

/** A cancellation as the post gets it. */
public record CancellationFile(Cancellation cancellation, String name, byte[] content)
    implements FileForPost {

  /** Its name follows from the order, so a repeat has the same. */
  public CancellationFile(Cancellation cancellation, byte[] content) {
    this(cancellation, "KT1-CANCEL_" + cancellation.orderId() + ".csv", content);
  }

  @Override
  public String folder() {
    return "cancellations";
  }

  @Override
  public String sha256() {
    return Sha256.of(content);
  }
}
