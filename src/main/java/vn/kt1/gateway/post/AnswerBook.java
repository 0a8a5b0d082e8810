package vn.kt1.gateway.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.ItemCode;

/**
 * The post's answers to each order, and what one more says beside them. An answer is the same
 * whatever its minute, weight, office or reason: the post tells all it has told over and over.
 */
@Component
class AnswerBook {

  /** What an answer says beside those before it. */
  enum Said {
    FIRST,
    AGAIN,
    /** Accepted as before, under another item code. */
    CORRECTED,
    CONTRADICTED
  }

  /** An answer that was kept; {@code at} is when it was recorded where it tells no time. */
  record Kept(Result result, @Nullable String itemCode, Instant at, boolean withdrawn) {

    boolean sameAs(PostAnswer answer) {
      return result == answer.result()
          && (result == Result.REFUSED || Objects.equals(itemCode, code(answer)));
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  AnswerBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The oldest first. */
  List<Kept> of(String orderId) {
    return jdbc.sql(
            """
            select result, item_code, coalesce(answered_at, recorded_at) as at, withdrawn
            from post_answer where order_id = ? order by answer_no
            """)
        .param(orderId)
        .query((row, number) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        Result.valueOf(row.getString("result")),
        row.getString("item_code"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("withdrawn"));
  }

  /**
   * What was said before and is told once more with its old time is not said anew, nor what was
   * withdrawn.
   */
  static Said said(List<Kept> all, PostAnswer answer) {
    List<Kept> before = all.stream().filter(kept -> !kept.withdrawn()).toList();
    if (before.isEmpty()) {
      boolean again = all.stream().anyMatch(kept -> kept.sameAs(answer) && older(answer, kept));
      return again ? Said.AGAIN : Said.FIRST;
    }
    Kept last = before.get(before.size() - 1);
    boolean older = older(answer, last);
    boolean known = all.stream().anyMatch(kept -> kept.sameAs(answer));
    if (last.sameAs(answer) || (known && older)) {
      return Said.AGAIN;
    }
    boolean backward = answer.at() != null && answer.at().isBefore(last.at());
    boolean accepted =
        before.get(0).result() == answer.result() && last.result() == answer.result();
    return accepted && !backward ? Said.CORRECTED : Said.CONTRADICTED;
  }

  private static boolean older(PostAnswer answer, Kept than) {
    return answer.at() == null || !answer.at().isAfter(than.at());
  }

  /**
   * @param file the file it came in, under which it is told
   */
  void keep(PostAnswer answer, Said said, String file) {
    jdbc.sql(
            """
            insert into post_answer (order_id, result, item_code, answered_at, post_office,
              weight_grams, reason, first, contradicts, file_reference, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(answer.orderId(), answer.result().name())
        .param(code(answer))
        .param(answer.at() == null ? null : Timestamp.from(answer.at()))
        .param(answer.postOffice())
        .param(answer.weightGrams())
        .param(answer.reason())
        .params(said == Said.FIRST, said == Said.CONTRADICTED, file)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private static @Nullable String code(PostAnswer answer) {
    ItemCode code = answer.itemCode();
    return code == null ? null : code.normalised();
  }
}
