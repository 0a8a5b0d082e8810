package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Dispatch;

/** Our copies of order files: each ends with the answer to the last order in it. */
@Component
class OrderCopies {

  private final JdbcClient jdbc;
  private final Dispatch dispatch;
  private final Clock clock;

  OrderCopies(JdbcClient jdbc, Dispatch dispatch, Clock clock) {
    this.jdbc = jdbc;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /**
   * Whoever answers an order and whoever marks its file sent take the file first, then shipments.
   */
  void lock(String orderId) {
    file(orderId).ifPresent(dispatch::hold);
  }

  private Optional<String> file(String orderId) {
    return jdbc.sql("select file_name from post_order where order_id = ?")
        .param(orderId)
        .query(String.class)
        .optional();
  }

  /** SECURITY: degree data is kept no longer than it may be needed. The digest stays. */
  void answered(String orderId) {
    jdbc.sql(
            """
            update order_file f set answered_at = ?
            where f.name = (select file_name from post_order where order_id = ?)
              and f.answered_at is null and not exists (
                select from post_order o where o.file_name = f.name and o.answered_at is null)
            returning f.name
            """)
        .params(Timestamp.from(clock.instant()), orderId)
        .query(String.class)
        .optional()
        .ifPresent(dispatch::forget);
  }
}
