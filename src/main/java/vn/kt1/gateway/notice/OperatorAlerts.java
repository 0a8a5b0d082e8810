package vn.kt1.gateway.notice;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.shipment.Alert;
import vn.kt1.gateway.shipment.Notice;
import vn.kt1.gateway.shipment.Notice.Kind;
import vn.kt1.gateway.shipment.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;

/** Tells the operators of trouble: in the log always, by mail where they have a mailbox. */
@Component
public class OperatorAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorAlerts.class);

  private final Operators operators;
  private final NoticeSettings settings;

  OperatorAlerts(Operators operators, NoticeSettings settings) {
    this.operators = operators;
    this.settings = settings;
  }

  public Alert compose(Trouble trouble) {
    LOG.error("the operators must act: {} reference {}", trouble.source(), trouble.reference());
    String most = String.valueOf(settings.alertsPerHour());
    String last = Words.of(Text.of("mail.trouble.last", most));
    List<Notice> notices = operators.mailed() ? List.of(notice(trouble)) : List.of();
    return new Alert(
        trouble.source(), trouble.reference(), notices, settings.alertsPerHour(), last);
  }

  private static Notice notice(Trouble trouble) {
    String occasion = Alert.occasion(trouble.source(), trouble.reference());
    String text = Words.of(Text.of("mail.trouble", trouble.reference(), trouble.what()));
    return new Notice(
        Kind.INCIDENT, occasion, trouble.reference(), Recipient.operators(), text, null);
  }
}
