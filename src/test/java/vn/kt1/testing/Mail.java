package vn.kt1.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import vn.kt1.sandbox.MailServer;
import vn.kt1.sandbox.MailServer.Login;

/** The mail server of a {@link Site}, on lines that can be cut, and a client of it (SYNTHETIC). */
public final class Mail implements AutoCloseable {

  public static final String HAND_OFF = "handoff@kt1.example";
  public static final String HAI_PHONG = "hp-eoffice@hai-phong.example";
  public static final String OFFICER = "officer@hai-phong.example";
  public static final String PASSWORD = "only-in-tests";

  /** A mail as a person finds it in a box. */
  public record Found(
      String subject, String text, String file, byte[] content, boolean seen, Message mail) {
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final List<String> BOXES =
      List.of(
          HAND_OFF,
          HAI_PHONG,
          OFFICER,
          "stranger@elsewhere.example",
          "department@hai-phong.example",
          "department@quang-ngai.example",
          "officer@quang-ngai.example",
          "qn-eoffice@quang-ngai.example");

  private final List<String> addresses;
  private final MailServer server;
  private final CutProxy smtp;
  private final CutProxy imap;

  private Mail(Site site, String... further) throws IOException {
    addresses = Stream.concat(BOXES.stream(), Stream.of(further)).toList();
    List<Login> logins =
        addresses.stream().map(address -> new Login(address, address, PASSWORD)).toList();
    server = new MailServer(site.folder().resolve("mail"), 0, 0, logins).start();
    smtp = new CutProxy(server.smtpPort());
    imap = new CutProxy(server.imapPort());
  }

  /**
   * Starts the server and tells the site's gateway of it; before the gateway starts.
   *
   * @param further addresses with a box of their own
   */
  public static Mail of(Site site, String more, String... further) throws IOException {
    Mail mail = new Mail(site, further);
    site.deliveryNotices(true);
    site.secret("GATEWAY_IMAP_PASSWORD", PASSWORD);
    Files.writeString(
        site.config().resolve("application.yaml"),
        """
          mail:
            {poll: 100ms, every: 200ms, from: gateway@kt1.example, largest-mail: 200KB%s,
            smtp: {host: 127.0.0.1, port: %d, security: NONE},
            imap: {host: 127.0.0.1, port: %d, security: NONE, user: %s, password: "${GATEWAY_IMAP_PASSWORD}"}}
        """
            .formatted(more, mail.smtp.port(), mail.imap.port(), HAND_OFF),
        StandardOpenOption.APPEND);
    return mail;
  }

  /** The line by which the gateway sends. */
  public CutProxy smtp() {
    return smtp;
  }

  /** The line by which the gateway looks into its box. */
  public CutProxy imap() {
    return imap;
  }

  public MailServer server() {
    return server;
  }

  /** A mail to the hand-off mailbox, still to be filled. */
  public static MimeMessage letter(String from) throws MessagingException {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(HAND_OFF));
    mail.setSubject("a subject nobody reads", "UTF-8");
    return mail;
  }

  /** By real SMTP, without a login, as another office's server would bring it. */
  public void send(MimeMessage mail) throws MessagingException {
    Properties line = new Properties();
    line.setProperty("mail.smtp.host", "127.0.0.1");
    line.setProperty("mail.smtp.port", String.valueOf(server.smtpPort()));
    mail.saveChanges();
    try (Transport transport = Session.getInstance(line).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  /** What lies in that box now, by real IMAP; nothing is flagged by looking. */
  public List<Found> box(String address) {
    return look(address, inbox -> found(inbox.getMessages()));
  }

  /** The mails of that box whose subject begins so; the others are not fetched. */
  public List<Found> box(String address, String subject) {
    return look(address, inbox -> found(beginning(inbox, subject)));
  }

  /** Ends every mail in every box, over lines that work. */
  void empty() {
    smtp.heal();
    imap.heal();
    for (String address : addresses) {
      flagAll(address, Flag.DELETED, true);
    }
  }

  /** How many mails lie in that box; none is looked into. */
  public int count(String address) {
    return look(address, Folder::getMessageCount);
  }

  /** How many mails of that box have a subject that begins so; none is looked into. */
  public int count(String address, String subject) {
    return look(address, inbox -> beginning(inbox, subject).length);
  }

  private interface Look<T> {
    T at(Folder inbox) throws MessagingException, IOException;
  }

  private <T> T look(String address, Look<T> look) {
    Properties line = new Properties();
    line.setProperty("mail.imap.peek", "true");
    try (Store store = Session.getInstance(line).getStore("imap")) {
      store.connect("127.0.0.1", server.imapPort(), address, PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        return look.at(inbox);
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In one question for all: each costs this server a good while. */
  private static Message[] beginning(Folder inbox, String subject) throws MessagingException {
    Message[] mails = inbox.getMessages();
    FetchProfile heads = new FetchProfile();
    heads.add(FetchProfile.Item.ENVELOPE);
    inbox.fetch(mails, heads);
    List<Message> found = new ArrayList<>();
    for (Message mail : mails) {
      if (mail.getSubject().startsWith(subject)) {
        found.add(mail);
      }
    }
    return found.toArray(Message[]::new);
  }

  private static List<Found> found(Message[] mails) throws MessagingException, IOException {
    List<Found> found = new ArrayList<>();
    for (Message mail : mails) {
      found.add(found(mail));
    }
    return found;
  }

  private static Found found(Message mail) throws MessagingException, IOException {
    boolean seen = mail.isSet(Flag.SEEN);
    MimeMessage copy = new MimeMessage((MimeMessage) mail);
    if (!(copy.getContent() instanceof Multipart parts)) {
      return new Found(copy.getSubject(), "", "", new byte[0], seen, copy);
    }
    String text = String.valueOf(parts.getBodyPart(0).getContent());
    if (parts.getCount() == 1) {
      return new Found(copy.getSubject(), text, "", new byte[0], seen, copy);
    }
    var file = parts.getBodyPart(parts.getCount() - 1);
    byte[] content = file.getInputStream().readAllBytes();
    return new Found(copy.getSubject(), text, file.getFileName(), content, seen, copy);
  }

  /** Sets or takes a flag of all mails in the hand-off mailbox. */
  public void flagAll(Flag flag, boolean set) {
    flagAll(HAND_OFF, flag, set);
  }

  private void flagAll(String address, Flag flag, boolean set) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", server.imapPort(), address, PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        inbox.setFlags(inbox.getMessages(), new Flags(flag), set);
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many mails in the hand-off mailbox were not looked at yet. */
  public int unseen() {
    FlagTerm unseen = new FlagTerm(new Flags(Flag.SEEN), false);
    return look(HAND_OFF, inbox -> inbox.search(unseen).length);
  }

  /** Waits until every mail in the hand-off mailbox was looked at, and tells what has stayed. */
  public List<Found> awaitLookedAt() {
    org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> unseen() == 0);
    return box(HAND_OFF);
  }

  /** Waits until that box holds a mail whose subject begins so. */
  public Found await(String address, String subject) {
    org.awaitility.Awaitility.await()
        // The server's own threads may break over a mail we made for that.
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(40))
        .until(() -> count(address, subject) > 0);
    return box(address, subject).get(0);
  }

  @Override
  public void close() throws IOException {
    smtp.close();
    imap.close();
    server.close();
  }
}
