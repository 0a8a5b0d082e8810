package vn.kt1.gateway.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;

/**
 * Tells the operators of trouble, and the partner it concerns: in the log always, by mail where
 * they have a mailbox.
 */
@Component
public class OperatorAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorAlerts.class);

  private final Operators operators;
  private final Directory directory;
  private final NoticeSettings settings;

  OperatorAlerts(Operators operators, Directory directory, NoticeSettings settings) {
    this.operators = operators;
    this.directory = directory;
    this.settings = settings;
  }

  public Alert compose(Trouble trouble) {
    LOG.error("the operators must act: {} reference {}", trouble.source(), trouble.reference());
    String most = String.valueOf(settings.alertsPerHour());
    String last = MailWords.of(Text.of("mail.trouble.last", most));
    List<Notice> notices = new ArrayList<>();
    if (operators.mailed()) {
      notices.add(notice(trouble, "mail.trouble", Recipient.operators()));
    }
    Optional.ofNullable(trouble.partner())
        .flatMap(directory::partner)
        .filter(partner -> partner.mail() != null)
        .map(partner -> notice(trouble, "mail.trouble.partner", Recipient.partner(partner.id())))
        .ifPresent(notices::add);
    return new Alert(
        trouble.source(), trouble.reference(), notices, settings.alertsPerHour(), last);
  }

  private static Notice notice(Trouble trouble, String words, Recipient to) {
    String occasion = Alert.occasion(trouble.source(), trouble.reference());
    String text = MailWords.of(Text.of(words, trouble.reference(), trouble.what()));
    return new Notice(Kind.INCIDENT, occasion, trouble.reference(), to, text, null);
  }
}
