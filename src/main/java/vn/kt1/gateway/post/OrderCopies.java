package vn.kt1.gateway.post;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copies of order files: each ends with the answer to the last order in it. */
@Component
class OrderCopies {

  private final JdbcClient jdbc;

  OrderCopies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whoever answers an order and whoever marks its file sent take the file first, then shipments.
   */
  void lock(String orderId) {
    jdbc.sql(
            """
            select from order_file where name = (
              select file_name from post_order where order_id = ?)
            for no key update
            """)
        .param(orderId)
        .query((row, number) -> number)
        .list();
  }

  /** SECURITY: degree data is kept no longer than it may be needed. The digest stays. */
  void answered(String orderId) {
    jdbc.sql(
            """
            update order_file f set content = null
            where f.name = (select file_name from post_order where order_id = ?)
              and not exists (
                select from post_order o where o.file_name = f.name and o.answered_at is null)
            """)
        .param(orderId)
        .update();
  }
}
