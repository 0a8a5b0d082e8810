package vn.kt1.gateway.notice;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;

/** Tells every state-secret officer that something was stopped which may leave by KT1 only. */
@Component
public class WayOutAlerts {

  private static final String SOURCE = "way-out";

  private final Directory directory;
  private final NoticeSettings settings;

  WayOutAlerts(Directory directory, NoticeSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  public Alert compose(String reference) {
    String text = MailWords.of(Text.of("mail.way-out", reference));
    List<Notice> notices =
        directory.provinces().stream()
            .map(Province::id)
            .sorted()
            .map(Recipient::officer)
            .map(to -> notice(reference, to, text))
            .toList();
    String most = String.valueOf(settings.alertsPerHour());
    String last = MailWords.of(Text.of("mail.way-out.last", most));
    return new Alert(SOURCE, reference, notices, settings.alertsPerHour(), last);
  }

  private static Notice notice(String reference, Recipient to, String text) {
    return new Notice(Kind.INCIDENT, Alert.occasion(SOURCE, reference), reference, to, text, null);
  }
}
