package vn.kt1.gateway.post.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.post.Order;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.table.Csv;

/** Writes orders as the post reads them (CONTRACT, 4.2): CSV, UTF-8, times at +07:00. */
public final class OrderFiles {

  private static final Object[] HEADER = {
    "order_id",
    "shipment_id",
    "service",
    "mark",
    "urgency",
    "deliver_at",
    "sender_code",
    "sender_name",
    "sender_address",
    "recipient_code",
    "recipient_name",
    "recipient_address",
    "addressee",
    "personal_only",
    "weight_g",
    "pieces",
    "handed_off_at"
  };

  private OrderFiles() {}

  public static byte[] write(List<Order> orders) {
    StringBuilder file = new StringBuilder();
    Csv.write(file, HEADER);
    orders.forEach(order -> write(file, order));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder file, Order order) {
    Csv.write(
        file,
        order.orderId(),
        order.shipmentId(),
        order.leave().service().name(),
        order.mark(),
        order.urgency(),
        time(order.deliverAt()),
        order.sender().code(),
        order.sender().name(),
        order.sender().address(),
        order.recipient().code(),
        order.recipient().name(),
        order.recipient().address(),
        order.recipient().addressee(),
        order.personalOnly(),
        order.weightGrams(),
        order.pieces(),
        time(order.handedOffAt()));
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : VietnamTime.stamp(instant);
  }
}
