package vn.kt1.gateway.held;

import java.time.Instant;
import java.util.List;

/**
 * Shipments of one sender in one province that have long waited for an answer: how many, and the
 * first of them, the longest waiting first.
 */
public record Unanswered(String sender, String province, long count, List<One> first) {

  /** One of them, and since when it waits. */
  public record One(String shipmentId, Instant since) {}

  public Unanswered {
    first = List.copyOf(first);
  }
}
