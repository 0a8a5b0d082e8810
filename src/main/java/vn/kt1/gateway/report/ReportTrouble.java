package vn.kt1.gateway.report;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Tells the operators each day of what is due by the calendar and cannot be made. */
@Component
class ReportTrouble {

  private final Notices notices;
  private final Clock clock;

  ReportTrouble(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  void tell(ReportJob job) {
    LocalDate today = VietnamTime.day(clock.instant());
    String id = job.province() + "-" + job.period();
    notices.owe(
        new Notice(
            Notice.Kind.INCIDENT,
            "report " + job.job() + " " + id + " " + today,
            id,
            Recipient.operators(),
            MailWords.of(Text.of("mail.report.trouble", job.job(), id)),
            null));
  }
}
