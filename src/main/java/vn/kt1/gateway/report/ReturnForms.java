package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.ReturnSheet;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.shipment.Text;

/**
 * Mails the forms of the returns on their day, and again to who has not filed on the days of
 * reminding. The post's goes to the operators. Who has no mailbox files by login.
 */
@Component
class ReturnForms implements ReportTask {

  private static final String FORMS = "return-forms";
  private static final String REMINDER = "return-reminder-";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final Returns returns;
  private final Directory directory;
  private final Notices notices;

  ReturnForms(Returns returns, Directory directory, Notices notices) {
    this.returns = returns;
    this.directory = directory;
    this.notices = notices;
  }

  @Override
  public List<Planned> around(Province province, ReportCalendar calendar, Instant now) {
    ReportDuty duty = calendar.duty();
    List<Planned> all = new ArrayList<>();
    FinalReport.years(calendar, now)
        .forEach(
            year -> {
              Instant end = calendar.deadline(year);
              if (duty.formsOn() != null) {
                all.add(Planned.of(FORMS, calendar, year, calendar.at(duty.formsOn(), year), end));
              }
              for (MonthDay day : duty.remindOn()) {
                String job = REMINDER + day.toString().substring(2);
                all.add(Planned.of(job, calendar, year, calendar.at(day, year), end));
              }
            });
    return all;
  }

  @Override
  public boolean makes(String job) {
    return job.equals(FORMS) || job.startsWith(REMINDER);
  }

  @Override
  public void make(ReportJob job) {
    Report counted = returns.counted(job.province(), job.year());
    boolean again = !job.job().equals(FORMS);
    for (String reporter : returns.missing(counted)) {
      if (reachable(reporter, counted)) {
        notices.owe(notice(job, counted, returns.form(counted, reporter), again));
      }
    }
  }

  private boolean reachable(String reporter, Report counted) {
    return reporter.equals(ReturnForm.OF_THE_POST)
        || directory.unitMail(reporter, counted.to()).isPresent();
  }

  private Notice notice(ReportJob job, Report counted, Returned form, boolean again) {
    boolean post = form.reporter().equals(ReturnForm.OF_THE_POST);
    String name =
        post
            ? Text.of("return.post").vi()
            : directory.unit(form.reporter(), counted.to()).map(Unit::name).orElse(form.reporter());
    ReportCalendar calendar = ReportCalendar.of(directory.province(job.province())).orElseThrow();
    Text text =
        Text.of(
            again ? "return.mail.again" : "return.mail",
            name,
            String.valueOf(job.year()),
            DAY.format(counted.from()),
            DAY.format(counted.to()),
            DAY.format(calendar.dueBefore(job.year())),
            ReturnSheet.fileName(form));
    String reference = "RETURN-" + job.year() + "-" + form.reporter();
    return new Notice(
        Notice.Kind.RETURN,
        job.job() + " " + job.province() + "-" + job.year() + " " + form.reporter(),
        reference,
        post ? Recipient.operators() : Recipient.unit(form.reporter()),
        MailWords.of(text),
        new Attachment(
            ReturnSheet.fileName(form), ReturnSheet.MEDIA_TYPE, ReturnSheet.write(form)));
  }
}
