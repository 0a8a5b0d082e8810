package vn.kt1.gateway.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.dispatch.Courier;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Undeliverable;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.logbook.LastContact;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.NoticeContent;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.shipment.VietnamTime;

/** Hands notices to the mail server. The address is looked up when the mail leaves. */
public class Postman implements Courier, LastContact.Source {

  private static final String UTF_8 = "UTF-8";

  private final JavaMailSender sender;
  private final String from;
  private final Directory directory;
  private final Operators operators;
  private final Clock clock;
  private volatile LastContact pulse;

  Postman(MailSettings settings, Directory directory, Operators operators, Clock clock) {
    this.clock = clock;
    this.pulse = new LastContact("smtp", settings.smtp().on(), null, null, null, null);
    this.sender = sender(settings.smtp());
    this.from = settings.from();
    this.directory = directory;
    this.operators = operators;
  }

  private static JavaMailSender sender(MailServer server) {
    MailLogin login = new MailLogin("smtp", server);
    JavaMailSender sender = new DefaultJavaMailSender();
    sender.setProtocol("smtp");
    sender.setHost(server.host());
    sender.setPort(server.port());
    sender.setSession(login.session());
    sender.setAuthenticator(login);
    return sender;
  }

  @Override
  public String line() {
    return "mail";
  }

  /**
   * Sends the mail. A repeated mail has the same {@code Message-ID}, by which a mailbox can
   * recognise it.
   *
   * @throws Unavailable when the server is not there or says "later"
   * @throws Undeliverable when there is no address, or the server refuses for good
   */
  @Override
  public void carry(Parcel parcel) {
    String address =
        address(Notice.Recipient.read(parcel.recipient()))
            .orElseThrow(() -> undeliverable("no address is configured", null));
    try {
      sender.send(mail(parcel, address));
      reached();
    } catch (MessagingException e) {
      if (SmtpAnswer.forGood(e)) {
        reached();
        throw undeliverable("the mail server", e);
      }
      pulse =
          new LastContact(
              "smtp", true, null, pulse.lastSuccess(), clock.instant(), Cause.of(e).words("smtp"));
      throw new Unavailable("the mail server", e);
    }
  }

  private static Undeliverable undeliverable(String what, @Nullable Exception cause) {
    return new Undeliverable(what, "check-the-address", cause);
  }

  private void reached() {
    pulse = new LastContact("smtp", true, null, clock.instant(), pulse.lastFailure(), null);
  }

  /** The state of sending, by the last attempt. */
  @Override
  public List<LastContact> pulses() {
    return List.of(pulse);
  }

  private Optional<String> address(Notice.Recipient recipient) {
    return switch (recipient.role()) {
      case PARTNER ->
          directory
              .partner(recipient.id())
              .flatMap(partner -> Optional.ofNullable(partner.mail()))
              .map(mail -> mail.address());
      case UNIT -> directory.unitMail(recipient.id(), VietnamTime.day(clock.instant()));
      case POLICE -> directory.policeMail(recipient.id());
      case DEPARTMENT -> directory.departmentMail(recipient.id());
      case READER -> reader(recipient.id());
      case OFFICER -> directory.secretOfficerMail(recipient.id());
      case OPERATORS -> Optional.of(operators.mail()).filter(mail -> !mail.isBlank());
    };
  }

  private Optional<String> reader(String id) {
    String[] parts = id.split(" ", 2);
    return directory.reportReader(parts[0], Integer.parseInt(parts[1]));
  }

  private MimeMessage mail(Parcel parcel, String address) throws MessagingException {
    NoticeContent notice = NoticeContent.read(parcel.content());
    MimeMessage mail = new MimeMessage(sender.getSession());
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(RecipientType.TO, new InternetAddress(address));
    mail.setSubject(parcel.name(), UTF_8);
    mail.setHeader(
        "Date", RFC_1123_DATE_TIME.format(parcel.owedSince().atOffset(VietnamTime.OFFSET)));
    mail.setHeader("Message-ID", new OurMails(from).id(parcel.id()));
    // Asks machines not to answer (RFC 3834), and Exchange by its own header.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    if (MessageId.fits(notice.answers())) {
      mail.setHeader("In-Reply-To", notice.answers());
      mail.setHeader("References", notice.answers());
    }
    mail.setContent(content(notice));
    return mail;
  }

  private static MimeMultipart content(NoticeContent notice) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(notice.text(), UTF_8);
    MimeMultipart parts = new MimeMultipart(text);
    for (Notice.Attachment attachment : notice.attachments()) {
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
      file.setFileName(attachment.name());
      parts.addBodyPart(file);
    }
    return parts;
  }
}
