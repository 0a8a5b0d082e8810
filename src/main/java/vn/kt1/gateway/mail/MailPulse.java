package vn.kt1.gateway.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.LastContact;
import vn.kt1.gateway.sftp.Polls;

/** The state of reading the hand-off mailbox. */
@Component
class MailPulse implements LastContact.Source {
  private static final String ROUTE = "hand-off-by-mail";

  private final MailSettings settings;
  private final Polls polls;

  MailPulse(MailSettings settings, Polls polls) {
    this.settings = settings;
    this.polls = polls;
  }

  @Override
  public List<LastContact> pulses() {
    return List.of(
        polls
            .of(ROUTE)
            .map(pulse -> pulse.named("imap"))
            .orElse(
                new LastContact("imap", settings.imap().on(), settings.poll(), null, null, null)));
  }
}
