package vn.kt1.gateway.door;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Pulse;

/** How reading the hand-off mailbox goes. */
@Component
class MailPulse implements Pulse.Source {
  private static final String ROUTE = "hand-off-by-mail";

  private final MailSettings settings;
  private final Polls polls;

  MailPulse(MailSettings settings, Polls polls) {
    this.settings = settings;
    this.polls = polls;
  }

  @Override
  public List<Pulse> pulses() {
    return List.of(
        polls
            .of(ROUTE)
            .map(pulse -> pulse.named("imap"))
            .orElse(new Pulse("imap", settings.imap().on(), settings.poll(), null, null, null)));
  }
}
