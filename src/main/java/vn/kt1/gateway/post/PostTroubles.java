package vn.kt1.gateway.post;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.notice.Alerts;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.notice.OperatorAlerts;
import vn.kt1.gateway.post.PostTrouble.Kind;
import vn.kt1.gateway.post.PostTrouble.Ordered;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.status.AheadNews;

/**
 * What operators and senders must be told of the post's answers: owed with the answer itself, or
 * once a day for each file whose answers do not come.
 */
@Component
public class PostTroubles {

  private static final String TOPIC = "post-trouble";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final PostTroubleNotices words;
  private final Notices notices;
  private final OperatorAlerts operators;
  private final Alerts alerts;
  private final Clock clock;
  private final OrdersSettings settings;

  PostTroubles(
      JdbcClient jdbc,
      Outbox outbox,
      PostTroubleNotices words,
      Notices notices,
      OperatorAlerts operators,
      Alerts alerts,
      Clock clock,
      OrdersSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.words = words;
    this.notices = notices;
    this.operators = operators;
    this.alerts = alerts;
    this.clock = clock;
    this.settings = settings;
  }

  /** Each sender is told of its order, the operators of all in the file. */
  void refused(String orderId, String reference) {
    outbox.putOnce(TOPIC, List.of(Kind.REFUSED + " " + orderId + " " + reference));
  }

  /** What was refused because we asked for it is no trouble. */
  private List<String> refusedIn(String reference) {
    return jdbc.sql(
            """
            select a.order_id from post_answer a join post_order o on o.order_id = a.order_id
            where a.file_reference = ? and a.first and a.result = 'REFUSED'
              and not exists (select from cancellation c where c.shipment_id = o.shipment_id)
            order by a.order_id
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  /** All contradictions of a file in one: the post has changed its mind, not each time we look. */
  void contradicted(String reference) {
    if (!contradicting(reference).isEmpty()) {
      outbox.putOnce(TOPIC, List.of(Kind.CONTRADICTED + " " + reference + " " + reference));
    }
  }

  /** Rows of what has not happened yet: all of a file, or of an answer, in one. */
  @EventListener
  public void ahead(AheadNews news) {
    ahead(PostTrouble.reference(news.origin(), news.sha256()));
  }

  void ahead(String reference) {
    outbox.putOnce(TOPIC, List.of(Kind.AHEAD + " " + reference + " " + reference));
  }

  private List<String> contradicting(String reference) {
    return jdbc.sql(
            """
            select distinct order_id from post_answer
            where file_reference = ? and contradicts order by order_id
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  /** May be called as often as one likes, and by several gateways: a file is owed once a day. */
  @Transactional
  public void overdue() {
    Instant now = clock.instant();
    Date today = Date.valueOf(VietnamTime.day(now));
    List<String> files =
        jdbc.sql(
                """
                update order_file set told_on = :today
                where answered_at is null and sent_at <= :late
                  and (told_on is null or told_on < :today)
                returning name
                """)
            .param("today", today)
            .param("late", Timestamp.from(now.minus(settings.receiptWithin())))
            .query(String.class)
            .list();
    String day = "-" + today.toString().replace("-", "");
    outbox.putOnce(
        TOPIC,
        files.stream().map(file -> Kind.UNANSWERED + " " + file + " " + file + day).toList());
  }

  /** Tells sender and operators what waits to be told. */
  public void tell() {
    outbox.each(TOPIC, this::tell);
  }

  private void tell(String key) {
    PostTrouble trouble = trouble(key);
    Notice toSender = words.tellSender(trouble);
    if (toSender != null) {
      notices.owe(toSender);
    }
    alerts.owe(operators.compose(words.describe(trouble)));
  }

  PostTrouble trouble(String owed) {
    String[] key = owed.split(" ");
    return switch (Kind.valueOf(key[0])) {
      case UNANSWERED -> ofFile(key[1], key[2]);
      case CONTRADICTED -> PostTrouble.contradicting(key[2], contradicting(key[2]));
      case AHEAD -> PostTrouble.ahead(key[2]);
      case REFUSED -> ofOrder(key[1], key[2]);
    };
  }

  private PostTrouble ofFile(String file, String reference) {
    return jdbc.sql(
            """
            select sent_at, (select count(*) from post_order o
              where o.file_name = f.name and o.answered_at is null) as waiting
            from order_file f where name = ?
            """)
        .param(file)
        .query(
            (row, number) ->
                PostTrouble.unanswered(
                    reference,
                    file,
                    row.getInt("waiting"),
                    row.getTimestamp("sent_at").toInstant()))
        .single();
  }

  private PostTrouble ofOrder(String orderId, String reference) {
    return jdbc.sql(
            """
            select o.order_id, o.shipment_id, h.partner, h.hand_off_id, s.envelope_id
            from post_order o join shipment s on s.shipment_id = o.shipment_id
            join hand_off h on h.hand_off_key = s.hand_off_key
            where o.order_id = ?
            """)
        .param(orderId)
        .query((row, number) -> PostTrouble.refused(reference, ordered(row), refusedIn(reference)))
        .single();
  }

  private static Ordered ordered(ResultSet row) throws SQLException {
    return new Ordered(
        row.getString("order_id"),
        row.getString("shipment_id"),
        row.getString("partner"),
        row.getString("hand_off_id"),
        row.getString("envelope_id"));
  }
}
