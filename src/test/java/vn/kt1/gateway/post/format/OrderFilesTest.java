package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.post.Order;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Kt1Leave;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Urgency;

class OrderFilesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/post/orders.csv");

  @Test
  void writes_orders_as_the_post_reads_them() throws IOException {
    assertThat(write(full(), bare())).isEqualTo(Files.readAllBytes(GOLDEN));
  }

  private static byte[] write(Order... orders) {
    return OrderFiles.write(List.of(orders));
  }

  private static Kt1Leave leave(String service) {
    return new Decision(
            Decision.Outcome.ROUTED,
            Network.KT1,
            new Kt1Service(service),
            List.of(),
            List.of(),
            null)
        .leaveForKt1()
        .orElseThrow();
  }

  private static Order full() {
    return new Order(
        "O-7Q2M-9XKD-4TNB-C",
        "7Q2M-9XKD-4TNB-C",
        leave("KT1_B_TIMED"),
        "B",
        Urgency.TIMED,
        Instant.parse("2026-11-22T17:30:00Z"),
        new Order.Party("H24.16", "Sở Khoa học và Công nghệ", "1 Phạm Ngũ Lão, Hải Phòng"),
        new Recipient("H24.31", "Sở \"Y tế\"", "38 Lê Đại Hành", "Ông Nguyễn Văn Mẫu"),
        true,
        180,
        2,
        Instant.parse("2026-11-22T02:00:00.123456Z"));
  }

  private static Order bare() {
    return new Order(
        "O-1",
        "1",
        leave("KT1"),
        null,
        Urgency.NORMAL,
        null,
        new Order.Party("H24.16", "Sở", null),
        new Recipient(null, "Cơ quan mẫu", "Số 1", null),
        false,
        null,
        1,
        Instant.parse("2026-12-31T17:00:00Z"));
  }
}
