package vn.kt1.gateway.post;

import vn.kt1.gateway.dispatch.ForKt1Only;

/** A batch of orders with the bytes of the file they will stand in; of its name only the ending. */
public record OrderRows(OrderBatch batch, byte[] content, String ending) implements ForKt1Only {

  public OrderRows(OrderBatch batch, byte[] content) {
    this(batch, content, ".csv");
  }

  @Override
  public String reference() {
    return batch.reference();
  }
}
