package vn.kt1.gateway.shipment;

/** A batch of orders with the bytes of the file they will stand in; it has no name yet. */
public record OrderRows(OrderBatch batch, byte[] content) implements ForKt1Only {

  @Override
  public String reference() {
    return batch.reference();
  }
}
