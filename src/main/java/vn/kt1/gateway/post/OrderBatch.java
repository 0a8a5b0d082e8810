package vn.kt1.gateway.post;

import java.util.List;
import java.util.UUID;
import vn.kt1.gateway.dispatch.ForKt1Only;

/** Orders of one province that go into one file, held under a lease until the file is kept. */
public record OrderBatch(UUID lease, String province, List<Order> orders) implements ForKt1Only {

  public OrderBatch {
    orders = List.copyOf(orders);
  }

  @Override
  public String reference() {
    return lease.toString();
  }
}
