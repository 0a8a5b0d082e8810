package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators ask of order files: which wait for the post, and what it has answered. */
@Component
public class KeptFiles {

  private static final String FILES =
      """
      select f.name, f.province, f.kept_at, f.sent_at, f.sha256, c.orders, c.answered,
        c.contradicting, f.answered_at is null as copy_kept,
        exists (select from dispatch d where d.name = f.name and d.due_at is not null
          and starts_with(d.occasion, 'again '))
          as resend_owed
      from order_file f cross join lateral (
        select count(*) as orders, count(o.answered_at) as answered,
          coalesce(sum((select count(*) from post_answer a
            where a.order_id = o.order_id and a.contradicts)), 0) as contradicting
        from post_order o where o.file_name = f.name) c
      """;

  private record Row(String orderId, String shipmentId, @Nullable Instant answeredAt) {}

  private final JdbcClient jdbc;

  KeptFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The newest first.
   *
   * @param after the name of the last one of the page before
   */
  public List<KeptFile> page(KeptFile.State state, @Nullable String after, int limit) {
    return jdbc.sql(
            FILES
                + " where "
                + state.condition()
                + """
                 and (:after::text is null or (f.kept_at, f.name) < (
                  select kept_at, name from order_file where name = :after))
                order by f.kept_at desc, f.name desc limit :limit
                """)
        .param("after", after)
        .param("limit", limit)
        .query(KeptFile.class)
        .list();
  }

  public Optional<KeptFile> one(String name) {
    return jdbc.sql(FILES + " where f.name = ?").param(name).query(KeptFile.class).optional();
  }

  /** The orders of a file in the order they stand in, with all the post has answered to each. */
  public List<KeptFile.One> orders(String name) {
    Map<String, List<KeptFile.Answer>> answers =
        jdbc
            .sql(
                """
                select a.order_id, a.result, a.item_code, a.answered_at, a.post_office,
                  a.weight_grams, a.reason, a.first, a.contradicts, a.recorded_at
                from post_answer a join post_order o on o.order_id = a.order_id
                where o.file_name = ? order by a.answer_no
                """)
            .param(name)
            .query(KeptFile.Answer.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(KeptFile.Answer::orderId));
    return jdbc
        .sql(
            """
            select o.order_id, o.shipment_id, o.answered_at
            from post_order o join shipment s on s.shipment_id = o.shipment_id
            where o.file_name = ? order by s.hand_off_key, s.position
            """)
        .param(name)
        .query(Row.class)
        .list()
        .stream()
        .map(
            row ->
                new KeptFile.One(
                    row.orderId(),
                    row.shipmentId(),
                    row.answeredAt(),
                    answers.getOrDefault(row.orderId(), List.of())))
        .toList();
  }
}
