package vn.kt1.gateway.held;

import java.time.Instant;
import java.util.List;

/**
 * The shipments of one sender in one province that have waited too long for an answer: their
 * number, and the first of them, the longest waiting first.
 */
public record Unanswered(String sender, String province, long count, List<One> first) {

  /** One of them, and since when it has waited. */
  public record One(String shipmentId, Instant since) {}

  public Unanswered {
    first = List.copyOf(first);
  }
}
