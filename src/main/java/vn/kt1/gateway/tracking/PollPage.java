package vn.kt1.gateway.tracking;

import java.util.List;
import java.util.UUID;

/** Items that are due for a query, leased to the caller. */
public record PollPage(UUID lease, List<PollItem> inquiries) {

  public PollPage {
    inquiries = List.copyOf(inquiries);
  }
}
