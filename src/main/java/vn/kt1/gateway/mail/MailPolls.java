package vn.kt1.gateway.mail;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.sftp.Polls;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Opens the mailbox before Camel does, because Camel treats a mailbox that cannot be opened as
 * empty.
 */
@Component("mailPolls")
class MailPolls implements PollingConsumerPollStrategy {
  private final Polls polls;
  private final MailBoxes boxes;

  MailPolls(Polls polls, MailBoxes boxes) {
    this.polls = polls;
    this.boxes = boxes;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    try {
      boxes.open();
      return true;
    } catch (Unavailable away) {
      return polls.rollback(consumer, endpoint, 0, away);
    }
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int mails) {
    polls.commit(consumer, endpoint, mails);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int attempts, Exception failure) {
    return polls.rollback(consumer, endpoint, attempts, failure);
  }
}
