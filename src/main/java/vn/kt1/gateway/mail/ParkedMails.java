package vn.kt1.gateway.mail;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Parked mails in the hand-off mailbox: read again, or left there for a person to answer. */
@Component
class ParkedMails implements ParkedWork {
  private final MailBoxes boxes;

  ParkedMails(MailBoxes boxes) {
    this.boxes = boxes;
  }

  @Override
  public boolean knows(String route) {
    return route.equals("hand-off-by-mail");
  }

  @Override
  public void again(String route, String reference) {
    if (!boxes.again(reference)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, "", "parked-mail"));
    }
  }

  @Override
  public void giveUp(String route, String reference) {
    // Only the mail says who sent it; it stays flagged in the mailbox.
  }
}
