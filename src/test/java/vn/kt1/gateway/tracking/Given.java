package vn.kt1.gateway.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.shipment.Inquiry;
import vn.kt1.gateway.shipment.InquiryPage;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Urgency;

/** What the tests of this package start from. */
final class Given {
  static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");

  private Given() {}

  static TrackingSettings settings(String url, String password, Duration deadline) {
    return new TrackingSettings(
        url,
        "kt1-gateway",
        password,
        "SYNTHETIC",
        "1",
        deadline,
        DataSize.ofKilobytes(64),
        Duration.ofMinutes(20),
        Duration.ofHours(1),
        Duration.ofDays(3),
        Duration.ofDays(1),
        Duration.ofMinutes(10));
  }

  static Inquiry inquiry(String code) {
    return inquiry(code, Urgency.NORMAL, 0);
  }

  static Inquiry inquiry(String code, Urgency urgency, int silent) {
    return new Inquiry("S-" + code, ItemCode.of(code), urgency, MORNING, MORNING, silent, 0, 0);
  }

  static InquiryPage page(String... codes) {
    return new InquiryPage(UUID.randomUUID(), Arrays.stream(codes).map(Given::inquiry).toList());
  }
}
