package vn.kt1.gateway.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.shipment.Sha256;

/** Makes the report that is mailed, once. A later call gets the first one. */
@Component
public class ReportVersions {

  private static final int MAILED = 1;
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final JdbcClient jdbc;
  private final Reports reports;
  private final Clock clock;

  ReportVersions(JdbcClient jdbc, Reports reports, Clock clock) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.clock = clock;
  }

  @Transactional
  public KeptReport make(ReportJob job) {
    return kept(job)
        .orElseGet(
            () -> {
              keep(reports.merged(job.province(), job.year()).versioned(MAILED));
              return kept(job).orElseThrow();
            });
  }

  private void keep(Report report) {
    byte[] workbook = ReportWorkbook.of(report, VIETNAMESE);
    jdbc.sql(
            """
            insert into report_version (province, year, version, kind, as_of, report, workbook,
              sha256, made_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing
            """)
        .params(report.province(), report.year(), MAILED, report.kind().name())
        .params(Timestamp.from(report.asOf()), json(report), workbook, Sha256.of(workbook))
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private Optional<KeptReport> kept(ReportJob job) {
    return jdbc.sql(
            """
            select *, (report ->> 'from')::date as begins, (report ->> 'to')::date as ends
            from report_version where province = ? and year = ? and version = ?
            """)
        .params(job.province(), job.year(), MAILED)
        .query(
            (row, number) ->
                new KeptReport(
                    row.getString("province"),
                    row.getInt("year"),
                    row.getInt("version"),
                    row.getObject("begins", LocalDate.class),
                    row.getObject("ends", LocalDate.class),
                    row.getTimestamp("as_of").toInstant(),
                    row.getBytes("workbook"),
                    row.getString("sha256")))
        .optional();
  }

  private static String json(Report report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the report cannot be written as JSON", e);
    }
  }
}
