package vn.kt1.gateway.mail;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import vn.kt1.gateway.shipment.Unavailable;

/** Identifies mails by mailbox and number (UIDVALIDITY and UID, RFC 3501), never by their text. */
public class MailBoxes implements MailUidGenerator {

  private final MailServer server;

  MailBoxes(MailServer server) {
    this.server = server;
  }

  @Override
  public String generateUuid(MailEndpoint endpoint, Message mail) {
    try {
      UIDFolder box = (UIDFolder) mail.getFolder();
      return box.getUIDValidity() + "-" + box.getUID(mail);
    } catch (MessagingException e) {
      throw new Unavailable("the mailbox", e);
    }
  }

  /**
   * Makes the next poll read a parked mail again; false when the mail is gone.
   *
   * @throws Unavailable when the mail server cannot be reached
   */
  public boolean again(String reference) {
    if (!server.on() || !reference.matches("[0-9]{1,10}-[0-9]{1,10}")) {
      return false;
    }
    String[] place = reference.split("-");
    return in(box -> unseen((UIDFolder) box, Long.parseLong(place[0]), Long.parseLong(place[1])));
  }

  /**
   * @throws Unavailable when the mailbox cannot be opened for reading and flagging
   */
  void open() {
    in(Folder::isOpen);
  }

  private interface Look {
    boolean at(Folder box) throws MessagingException;
  }

  private boolean in(Look look) {
    MailLogin login = new MailLogin("imap", server);
    try (Store store = login.session().getStore("imap")) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (Folder box = store.getFolder(server.folder())) {
        box.open(Folder.READ_WRITE);
        return look.at(box);
      }
    } catch (MessagingException e) {
      throw new Unavailable("the mailbox", e);
    }
  }

  private static boolean unseen(UIDFolder box, long validity, long uid) throws MessagingException {
    Message mail = box.getUIDValidity() == validity ? box.getMessageByUID(uid) : null;
    if (mail == null) {
      return false;
    }
    Flags flags = new Flags(Flag.SEEN);
    flags.add(Flag.FLAGGED);
    mail.setFlags(flags, false);
    return true;
  }
}
