package vn.kt1.gateway.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Mails each unit with volume the form of the month before, once. A unit without a mailbox answers
 * by login.
 */
@Component
public class QualityForms {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final QualityRows rows;
  private final Directory directory;
  private final Notices notices;
  private final QualitySettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  QualityForms(
      QualityRows rows,
      Directory directory,
      Notices notices,
      QualitySettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.rows = rows;
    this.directory = directory;
    this.notices = notices;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** May be called any number of times, by two gateways at once: a row says what was mailed. */
  public void owe() {
    Instant now = clock.instant();
    LocalDate today = VietnamTime.day(now);
    YearMonth month = YearMonth.from(today).minusMonths(1);
    // From the day on, also when the gateway was away that day, until the month is closed.
    if (today.getDayOfMonth() < settings.mailOnDay() || today.isAfter(settings.lastDay(month))) {
      return;
    }
    for (String code : rows.withoutForm(month)) {
      if (directory.unitMail(code, today).isPresent()) {
        transactions.executeWithoutResult(
            status -> {
              if (rows.keepForm(code, month, now)) {
                notices.owe(notice(new QualityForm(code, month), rows.of(code, month)));
              }
            });
      }
    }
  }

  /** SECURITY: what is mailed tells no result, due time or service. */
  Notice notice(QualityForm form, List<QualityRow> shown) {
    YearMonth month = form.month();
    String name =
        directory.unit(form.unit(), month.atEndOfMonth()).map(Unit::name).orElse(form.unit());
    Text text =
        Text.of(
            "quality.mail",
            name,
            form.unit(),
            String.valueOf(shown.size()),
            QualityWords.month(month),
            DAY.format(settings.lastDay(month)));
    String id = id(form);
    return new Notice(
        Notice.Kind.RETURN,
        id,
        id,
        Recipient.unit(form.unit()),
        MailWords.of(text),
        new Attachment(form.fileName(), QualityWorkbook.MEDIA_TYPE, form.blank(shown)));
  }

  static String id(QualityForm form) {
    return "QUALITY-" + form.month() + "-" + form.unit();
  }
}
