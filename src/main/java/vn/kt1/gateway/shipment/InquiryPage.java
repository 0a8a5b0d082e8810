package vn.kt1.gateway.shipment;

import java.util.List;
import java.util.UUID;

/** Items that are due to be asked about, under the lease of whoever asks. */
public record InquiryPage(UUID lease, List<Inquiry> inquiries) {

  public InquiryPage {
    inquiries = List.copyOf(inquiries);
  }
}
