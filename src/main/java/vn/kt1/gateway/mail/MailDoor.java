package vn.kt1.gateway.mail;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailConsumer;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.web.Correlation;
import vn.kt1.gateway.web.DoorMetrics;
import vn.kt1.gateway.web.Problem;

/**
 * The only class that touches the exchange of a mail. What becomes of a mail follows the verdict:
 * taken mails and those of strangers are flagged as seen, refused ones are deleted, those that time
 * mends stay unseen, and those a person must check are parked.
 */
public class MailDoor {

  private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String MAIL = "kt1.mail";
  private static final String BESIDE = "kt1.beside";
  private static final String NAMED = "kt1.named";
  private static final String MESSAGE_ID = "messageId";
  private static final String ANSWERED = "answered";
  private static final String CHANNEL = "mail";

  private final MailOrigin origin;
  private final MailSettings settings;
  private final DoorMetrics tally;
  private final List<MailedForm> forms;
  private final LostMails lost = new LostMails();
  private final AtomicLong strangers = new AtomicLong();

  MailDoor(MailOrigin origin, MailSettings settings, DoorMetrics tally, List<MailedForm> forms) {
    this.tally = tally;
    this.forms = List.copyOf(forms);
    this.origin = origin;
    this.settings = settings;
  }

  /**
   * Keeps the name and the bytes of the attachment and drops the rest of the mail.
   *
   * @throws UnprovenMail when a partner's address stands in it, and nothing proves that it is true
   * @throws Rejected when a partner's mail does not hold exactly one file we may read
   * @throws Unavailable when the mail server has gone meanwhile
   */
  public void enter(Exchange exchange) {
    Message mail = ((MailMessage) exchange.getIn()).getOriginalMessage();
    // SECURITY: the consumer takes delete, moveTo and copyTo from headers, which a sender can
    // write.
    exchange.setIn(new DefaultMessage(exchange.getContext()));
    exchange.setProperty(MAIL, mail);
    exchange.setVariable("reference", exchange.getProperty(MailConsumer.MAIL_MESSAGE_UID));
    exchange.getExchangeExtension().addOnCompletion(new LeftUnseen());
    String reference = exchange.getVariable("reference", String.class);
    if (!mail.getFolder().isOpen()) {
      throw new Unavailable("the mailbox", null); // the previous mail has broken the connection
    }
    if (lost.givenUp(reference)) {
      throw new UnreadableMail();
    }
    try {
      var sender = origin.sender(mail);
      if (sender.isPresent()) {
        read(exchange, mail, sender.get());
      } else {
        stranger(exchange);
      }
    } catch (UnprovenMail e) {
      countStranger();
      throw e;
    } catch (MessagingException | IOException e) {
      throw unreadable(exchange, mail, e);
    }
  }

  private void read(Exchange exchange, Message mail, MailSender sender)
      throws MessagingException, IOException {
    begin(exchange, mail, sender);
    long largest = settings.largestMail().toBytes();
    if (mail.getSize() > settings.largestWhole()) {
      throw MailFile.tooLarge(largest);
    }
    MailParts parts = MailParts.of(sender.proven());
    boolean automatic = sender.automatic() || parts.answersInvitation();
    exchange.setVariable(ANSWERED, !automatic);
    if (parts.withoutFile() && (automatic || sender.answersUs())) {
      LOG.info("an automatic mail or an answer to ours is left unread: {}", sender.partner().id());
      exchange.setRouteStop(true);
      return;
    }
    exchange.setProperty(NAMED, MailFile.named(parts));
    MailFile file = MailFile.of(parts, largest);
    exchange.setProperty(BESIDE, parts.somethingBeside());
    exchange.setVariable("fileName", file.name());
    exchange.setVariable("language", file.language());
    exchange.setVariable(
        "form",
        forms.stream()
            .filter(form -> form.isForm(file.name(), file.content()))
            .map(MailedForm::route)
            .findFirst()
            .orElse(""));
    exchange.setVariable("size", file.content().length);
    exchange.getMessage().setBody(file.content());
  }

  private static void begin(Exchange exchange, Message mail, MailSender sender)
      throws MessagingException {
    Partner partner = sender.partner();
    exchange.setVariable("caller", new Caller(partner.id(), Role.PARTNER, partner.units(), null));
    exchange.setVariable(ANSWERED, !sender.automatic());
    String occasion =
        Sha256.of(exchange.getVariable("reference") + " " + MailOrigin.header(mail, "Message-ID"));
    exchange.setVariable("occasion", occasion);
    exchange.setVariable(MESSAGE_ID, MessageId.of(MailOrigin.header(mail, "Message-ID")));
    Correlation.begin(exchange, Problem.correlationIdOf(occasion));
    exchange.setVariable("channel", CHANNEL);
  }

  /** Reports a broken mail only to a known partner, and only if the connection still holds. */
  private RuntimeException unreadable(Exchange exchange, Message mail, Exception failure) {
    if (exchange.getVariable("caller") != null && MailLine.broken(mail, failure)) {
      return new Rejected(Fault.of(Code.MALFORMED, "", "mail"));
    }
    lost.lost(exchange.getVariable("reference", String.class));
    return new Unavailable("the mailbox", failure);
  }

  private void stranger(Exchange exchange) {
    countStranger();
    exchange.setRouteStop(true);
  }

  private void countStranger() {
    LOG.info(
        "a mail of a stranger is left unread; {} since the start", strangers.incrementAndGet());
  }

  /** Counts the mail before its receipt becomes a notice. */
  public void counted(Exchange exchange) {
    tally.taken(CHANNEL, exchange.getMessage().getBody(Receipt.class));
  }

  /** If a part was skipped unread, the mail may hold content, so it is deleted. */
  public void taken(Exchange exchange) {
    exchange.getMessage().setBody(null);
    if (Boolean.TRUE.equals(exchange.getProperty(BESIDE))) {
      refused(exchange);
    }
  }

  /** Makes of the refusal what its answer is made of. */
  public void rejected(Exchange exchange) {
    Rejected rejected = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Rejected.class);
    tally.refused(CHANNEL, rejected);
    String correlationId = Correlation.of(exchange);
    exchange
        .getMessage()
        .setBody(
            new RefusedMail(
                correlationId,
                rejected.code().text(),
                exchange.getProperty(NAMED, String.class),
                exchange.getVariable(MESSAGE_ID, "", String.class),
                rejected.faults(),
                Problem.of(rejected, correlationId).json(VIETNAMESE)));
  }

  /** The mail may hold content: it is deleted once the answer is owed. */
  public void refused(Exchange exchange) {
    exchange.getIn().setHeader(MailConstants.MAIL_DELETE, true);
  }

  public void left(Exchange exchange) {
    LeftUnseen.mark(exchange);
  }

  /** The mail is flagged too, so that a person finds it in the box. */
  public void parked(Exchange exchange) {
    tally.failed(CHANNEL);
    try {
      exchange.getProperty(MAIL, Message.class).setFlag(Flag.FLAGGED, true);
    } catch (MessagingException e) {
      left(exchange);
    }
  }
}
