package vn.kt1.gateway.status;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.PostFile.Result;

/** Files of the post: each name with each content takes effect once. */
@Component
public class PostFiles {

  private final JdbcClient jdbc;
  private final Clock clock;

  PostFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Runs {@code effect} for a file not seen before and keeps its result, in one transaction. Of a
   * file seen before nothing is applied: what counted then is a duplicate now.
   */
  @Transactional
  public Result once(String kind, String name, String sha256, Supplier<Result> effect) {
    queueBehindOtherNews();
    int fresh =
        jdbc.sql(
                """
                insert into post_file (kind, name, sha256, taken_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(kind, name, sha256, Timestamp.from(clock.instant()))
            .update();
    if (fresh == 0) {
      return again(first(kind, name, sha256));
    }
    Result result = effect.get();
    jdbc.sql("update post_file set result = ?::jsonb where kind = ? and name = ? and sha256 = ?")
        .params(RowJson.write(result), kind, name, sha256)
        .update();
    return result;
  }

  /**
   * News is applied by one at a time: a status row waiting for its item and the receipt that brings
   * the item must not pass each other unseen. What comes may be one event or a hundred thousand: no
   * plan made for the one serves the other. What a trigger sees of 25,000 events is held in memory,
   * not in a file.
   */
  public void queueBehindOtherNews() {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(4201),
              set_config('plan_cache_mode', 'force_custom_plan', true),
              case when pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('32MB')
                then set_config('work_mem', '32MB', true) end
            """)
        .query((row, number) -> 1)
        .single();
  }

  private Result first(String kind, String name, String sha256) {
    String kept =
        jdbc.sql("select result from post_file where kind = ? and name = ? and sha256 = ?")
            .params(kind, name, sha256)
            .query(String.class)
            .single();
    return RowJson.read(kept, Result.class);
  }

  private static Result again(Result first) {
    int known = first.rows() - first.rejectedRows().size();
    return new Result(first.rows(), 0, known, 0, first.rejectedRows(), first.warnings());
  }
}
