package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;

/** What operators are told of trouble, in both languages and under one reference. */
class OperatorAlertsTest {

  private static final Directory DIRECTORY =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));

  private static final Trouble TROUBLE =
      new Trouble("post-host-key", "POST-20261129", new Text("Khóa đã đổi.", "The key changed."));

  @Test
  void operators_with_a_mailbox_are_mailed_once_a_reference() {
    Alert alert = alerts("operators@kt1.example").compose(TROUBLE);

    assertThat(alert.occasion()).isEqualTo("post-host-key POST-20261129");
    assertThat(alert.notices()).hasSize(1);
    Notice notice = alert.notices().get(0);
    assertThat(notice.subject()).isEqualTo("[KT1] INCIDENT POST-20261129");
    assertThat(notice.recipient()).isEqualTo(Recipient.operators());
    assertThat(notice.text()).contains("Khóa đã đổi.", "The key changed.", "POST-20261129");
  }

  @Test
  void the_partner_it_concerns_is_mailed_too() {
    Trouble theirs =
        new Trouble("file-changed", "1", new Text("Tệp đã đổi.", "It changed."), "hp-eoffice");
    Alert alert = alerts("operators@kt1.example").compose(theirs);

    assertThat(alert.notices())
        .extracting(Notice::recipient)
        .containsExactly(Recipient.operators(), Recipient.partner("hp-eoffice"));
    assertThat(alert.notices().get(1).text())
        .contains("Tệp đã đổi.", "It changed.")
        .doesNotContain("người vận hành", "operators");
  }

  @Test
  void without_a_mailbox_nothing_is_mailed() {
    assertThat(alerts("").compose(TROUBLE).notices()).isEmpty();
  }

  private static OperatorAlerts alerts(String mail) {
    return new OperatorAlerts(new Operators(mail), DIRECTORY, new NoticeSettings(7, 3));
  }
}
