package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty.Summary;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.figures.Span;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Mails the figures of each month, quarter and half-year that a province asks for, two days after
 * it ends. Half-years are those of its reporting year.
 */
@Component
class SummaryReports implements ReportTask {

  private static final String JOB = "summary-";
  private static final int DAYS_AFTER = 2;
  private static final int MONTHS_BACK = 12;
  private static final int QUARTER = 3;
  private static final int HALF_YEAR = 6;
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Reports reports;
  private final ReportDocuments documents;
  private final Notices notices;
  private final Directory directory;

  SummaryReports(Reports reports, ReportDocuments documents, Notices notices, Directory directory) {
    this.reports = reports;
    this.documents = documents;
    this.notices = notices;
    this.directory = directory;
  }

  @Override
  public List<Planned> around(Province province, ReportCalendar calendar, Instant now) {
    List<Planned> all = new ArrayList<>();
    LocalDate today = VietnamTime.day(now);
    for (Summary summary : calendar.duty().summaries()) {
      for (Span span : spans(summary, calendar, today)) {
        Instant due = calendar.at(span.to().plusDays(DAYS_AFTER));
        all.add(
            new Planned(
                JOB + summary, span.from() + "_" + span.to(), due, Instant.MAX, span.end()));
      }
    }
    return all;
  }

  private static List<Span> spans(Summary summary, ReportCalendar calendar, LocalDate today) {
    int months =
        switch (summary) {
          case MONTH -> 1;
          case QUARTER -> QUARTER;
          case HALF_YEAR -> HALF_YEAR;
        };
    LocalDate from =
        summary == Summary.HALF_YEAR
            ? calendar.period(today.getYear()).orElseThrow().from()
            : YearMonth.of(today.getYear(), 1).atDay(1);
    List<Span> spans = new ArrayList<>();
    for (LocalDate day = from.minusMonths(MONTHS_BACK);
        !day.isAfter(today);
        day = day.plusMonths(months)) {
      spans.add(new Span(day, day.plusMonths(months).minusDays(1)));
    }
    return spans;
  }

  @Override
  public boolean makes(String job) {
    return job.startsWith(JOB);
  }

  @Override
  public void make(ReportJob job) {
    String[] days = job.period().split("_");
    Span span = new Span(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    Report report = reports.mailed(job.province(), span);
    String id = job.province() + "-" + span.from() + "-" + span.to();
    Text text =
        Text.of(
            "report.mail.summary",
            directory.province(job.province()).name(),
            span.from().toString(),
            span.to().toString());
    notices.owe(
        new Notice(
            Notice.Kind.REPORT,
            "summary " + id,
            id,
            Recipient.department(job.province()),
            MailWords.of(text),
            new Attachment(
                "KT1-SUMMARY_" + id + ".xlsx",
                Form.XLSX.mediaType,
                documents.workbook(report, VIETNAMESE))));
  }
}
