package vn.kt1.gateway.tracking;

import java.util.List;
import java.util.UUID;

/** Items that are due to be asked about, under the lease of whoever asks. */
public record PollPage(UUID lease, List<PollItem> inquiries) {

  public PollPage {
    inquiries = List.copyOf(inquiries);
  }
}
