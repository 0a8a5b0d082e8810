package vn.kt1.gateway.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.web.JsonText;

/** Versions of reports: made once each, and never changed. */
@Component
class ReportVersions {

  private static final String SELECT =
      """
      select v.province, v.year, v.version, v.kind, v.stage, v.as_of, v.sha256, v.made_by, v.made_at,
        a.approved_at, s.sent_at
      from report_version v left join report_approval a using (province, year, version)
      left join report_sending s using (province, year, version)
      """;

  private final JdbcClient jdbc;
  private final Reports reports;
  private final ReportDocuments documents;
  private final Clock clock;

  ReportVersions(JdbcClient jdbc, Reports reports, ReportDocuments documents, Clock clock) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.documents = documents;
    this.clock = clock;
  }

  /** The next version, with its documents. SECURITY: as it is mailed, without degrees. */
  @Transactional
  KeptReport make(String by, String province, int year, Kind kind, Stage stage) {
    // One after the other, or two would have the same number.
    jdbc.sql("select pg_advisory_xact_lock(4207)").query((row, number) -> 1).single();
    int version = next(province, year);
    Report report = reports.mailed(province, year, kind, stage).versioned(version);
    keep(by, report, stage);
    return one(province, year, version).orElseThrow();
  }

  private int next(String province, int year) {
    return jdbc.sql(
            "select coalesce(max(version), 0) + 1 from report_version where province = ? and year ="
                + " ?")
        .params(province, year)
        .query(Integer.class)
        .single();
  }

  private void keep(String by, Report report, Stage stage) {
    Map<Form, byte[]> made = new EnumMap<>(documents.of(report));
    Map<Form, String> digests = new EnumMap<>(Form.class);
    made.forEach((form, bytes) -> digests.put(form, Sha256.of(bytes)));
    byte[] json = JsonText.of(ReportJson.kept(report, digests));
    jdbc.sql(
            """
            insert into report_version (province, year, version, kind, stage, as_of, content, xlsx,
              docx, pdf, sha256, made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(report.province(), report.year(), report.version())
        .params(report.kind().name(), stage.name(), Timestamp.from(report.asOf()), json)
        .params(made.get(Form.XLSX), made.get(Form.DOCX), made.get(Form.PDF), Sha256.of(json), by)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  List<KeptReport> all(String province, int year) {
    return jdbc.sql(SELECT + " where v.province = ? and v.year = ? order by v.version")
        .params(province, year)
        .query(ReportVersions::read)
        .list();
  }

  Optional<KeptReport> one(String province, int year, int version) {
    return all(province, year).stream().filter(one -> one.version() == version).findFirst();
  }

  /** Whether a final report of that year was sent. */
  boolean sent(String province, int year) {
    return all(province, year).stream()
        .anyMatch(
            one ->
                one.kind() == Kind.TO_DEPARTMENT
                    && one.stage() == Stage.FINAL
                    && one.sentAt() != null);
  }

  /** The bytes as they were made. */
  byte[] bytes(KeptReport report, Form form) {
    return jdbc.sql(
            "select %s from report_version where province = ? and year = ? and version = ?"
                .formatted(form.column))
        .params(report.province(), report.year(), report.version())
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  /** False when it was approved already. */
  boolean approve(KeptReport report, String by) {
    return mark(
        "insert into report_approval values (?, ?, ?, ?, ?) on conflict do nothing", report, by);
  }

  /** False when it was sent already. */
  boolean send(KeptReport report, String by) {
    return mark(
        "insert into report_sending values (?, ?, ?, ?, ?) on conflict do nothing", report, by);
  }

  private boolean mark(String sql, KeptReport report, String by) {
    return jdbc.sql(sql)
            .params(report.province(), report.year(), report.version(), by)
            .param(Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private static KeptReport read(ResultSet row, int number) throws SQLException {
    return new KeptReport(
        row.getString("province"),
        row.getInt("year"),
        row.getInt("version"),
        Kind.valueOf(row.getString("kind")),
        Stage.valueOf(row.getString("stage")),
        row.getTimestamp("as_of").toInstant(),
        row.getString("sha256"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant(),
        time(row, "approved_at"),
        time(row, "sent_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
