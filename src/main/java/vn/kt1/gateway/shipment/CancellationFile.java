package vn.kt1.gateway.shipment;

/**
 * A cancellation as the post reads it; its name follows from the order, so a repeat has the same.
 */
public record CancellationFile(Cancellation cancellation, byte[] content) implements FileForPost {

  @Override
  public String folder() {
    return "cancellations";
  }

  @Override
  public String name() {
    return "KT1-CANCEL_" + cancellation.orderId() + ".csv";
  }

  @Override
  public String sha256() {
    return Sha256.of(content);
  }
}
