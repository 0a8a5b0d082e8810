package vn.kt1.gateway.report;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Writes the mail that carries a report. The text holds no figure, so none by degree. */
@Component
public class ReportMail {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  private final Directory directory;

  ReportMail(Directory directory) {
    this.directory = directory;
  }

  public Notice write(KeptReport report) {
    String id = report.province() + "-" + report.year();
    String file = "KT1-REPORT_%s_%d.xlsx".formatted(report.province(), report.year());
    return new Notice(
        Notice.Kind.REPORT,
        id,
        id,
        Recipient.department(report.province()),
        text(report),
        new Attachment(file, ReportWorkbook.MEDIA_TYPE, report.workbook()));
  }

  private String text(KeptReport report) {
    LocalDateTime asOf = LocalDateTime.ofInstant(report.asOf(), VietnamTime.VIETNAM);
    return Text.of(
            "report.mail",
            directory.province(report.province()).name(),
            String.valueOf(report.year()),
            DAY.format(report.from()),
            DAY.format(report.to()),
            TIME.format(asOf),
            report.sha256())
        .in(VIETNAMESE);
  }
}
