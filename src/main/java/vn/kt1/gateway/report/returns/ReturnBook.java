package vn.kt1.gateway.report.returns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.report.returns.Returned.Answer;

/** Keeps the returns that were filed. The first good one of a reporter stands. */
@Component
public class ReturnBook {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;

  public ReturnBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when one was filed already. */
  public boolean file(Returned filed, String channel, Instant now) {
    return jdbc.sql(
                """
                insert into report_return (province, year, reporter, channel, answers, filed_at)
                values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
                """)
            .params(filed.province(), filed.year(), filed.reporter(), channel)
            .params(json(filed.answers()), Timestamp.from(now))
            .update()
        == 1;
  }

  public List<Returned> all(String province, int year) {
    return jdbc.sql("select * from report_return where province = ? and year = ? order by reporter")
        .params(province, year)
        .query(ReturnBook::read)
        .list();
  }

  public Optional<Returned> one(String province, int year, String reporter) {
    return all(province, year).stream().filter(one -> one.reporter().equals(reporter)).findFirst();
  }

  private static Returned read(ResultSet row, int number) throws SQLException {
    return new Returned(
        row.getString("province"),
        row.getInt("year"),
        row.getString("reporter"),
        row.getTimestamp("filed_at").toInstant(),
        answers(row.getString("answers")));
  }

  private static List<Answer> answers(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Answer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept return is no JSON", e);
    }
  }

  private static String json(List<Answer> answers) {
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a return cannot be written as JSON", e);
    }
  }
}
