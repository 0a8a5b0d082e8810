package vn.kt1.sandbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on the loopback address: SMTP with or without a login, IMAP, and mailboxes that are
 * kept in a folder. It takes mails for its own boxes only.
 */
public final class MailServer implements AutoCloseable {

  /** An address, and the login of its mailbox. */
  public record Login(String address, String user, String password) {}

  private final Path folder;
  private final List<Login> logins;
  private int smtp;
  private int imap;
  private @Nullable PromptMail server;

  /** Does not start yet; the port 0 stands for any free one, kept from the first start on. */
  public MailServer(Path folder, int smtp, int imap, List<Login> logins) {
    this.folder = folder;
    this.smtp = smtp;
    this.imap = imap;
    this.logins = logins;
  }

  public synchronized MailServer start() {
    if (server == null) {
      PromptMail fresh =
          new PromptMail(
              setup(smtp, ServerSetup.PROTOCOL_SMTP), setup(imap, ServerSetup.PROTOCOL_IMAP));
      open(fresh);
      fresh.start();
      server = fresh;
      smtp = fresh.port(ServerSetup.PROTOCOL_SMTP);
      imap = fresh.port(ServerSetup.PROTOCOL_IMAP);
    }
    return this;
  }

  private static ServerSetup setup(int port, String protocol) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(20_000);
    return setup;
  }

  /** Before anybody can come in: the boxes are there with all they held. */
  private void open(GreenMail fresh) {
    Map<String, MailBox> boxes = new HashMap<>();
    try {
      for (Login login : logins) {
        GreenMailUser user = fresh.setUser(login.address(), login.user(), login.password());
        String name = folded(login.address());
        var inbox = fresh.getManagers().getImapHostManager().getInbox(user);
        boxes.put(name, MailBox.open(folder.resolve(name), inbox));
      }
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
    fresh
        .getUserManager()
        .setMessageDeliveryHandler((mail, to) -> new Slot(boxes.get(folded(to.getEmail()))));
  }

  /** What GreenMail drops a mail into. */
  private static final class Slot extends UserImpl {
    private final @Nullable MailBox box;

    Slot(@Nullable MailBox box) {
      super("slot@sandbox.example", "slot", "", null);
      this.box = box;
    }

    @Override
    public void deliver(MovingMessage mail) {
      if (box == null) {
        throw new IllegalStateException("no such mailbox here");
      }
      box.deliver(mail.getMessage());
    }
  }

  private static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Drops open connections too, as a server does that dies. */
  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  public synchronized int smtpPort() {
    return smtp;
  }

  public synchronized int imapPort() {
    return imap;
  }

  @Override
  public void close() {
    stop();
  }
}
