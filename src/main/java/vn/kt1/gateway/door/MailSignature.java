package vn.kt1.gateway.door;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.door.NotBelieved.Flaw;

/** The other proof of a sender: a signature by S/MIME, made with the partner's certificate. */
final class MailSignature {

  private static final Logger LOG = LoggerFactory.getLogger(MailSignature.class);

  private final long largest;
  private final Clock clock;

  /** A mail larger than that many bytes is not fetched. */
  MailSignature(long largest, Clock clock) {
    this.largest = largest;
    this.clock = clock;
  }

  /** The part of the mail that this partner has signed; empty when nothing is proven so. */
  Optional<Part> signedPart(Message mail, Partner partner) throws MessagingException, IOException {
    X509Certificate pinned = partner.mail() == null ? null : partner.mail().certificate();
    Optional<ContentType> type =
        pinned == null
            ? Optional.empty()
            : SignedMail.announced(MailOrigin.header(mail, "Content-Type"));
    if (pinned == null || type.isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedMail signed = SignedMail.of(type.get(), whole(mail));
      return Optional.of(SignedMail.part(new SignatureCheck(pinned, clock).signed(signed)));
    } catch (NotBelieved e) {
      LOG.info("a signature is not believed: {}", e.flaw());
      return Optional.empty();
    }
  }

  private byte[] whole(Message mail) throws MessagingException, IOException, NotBelieved {
    if (mail.getSize() > largest) {
      throw new NotBelieved(Flaw.TOO_LARGE);
    }
    try (Limited bytes = new Limited(largest)) {
      mail.writeTo(bytes);
      return bytes.all();
    } catch (MessagingException | IOException e) {
      if (MailLine.broken(mail, e)) {
        throw new NotBelieved(Flaw.UNREADABLE);
      }
      throw e;
    }
  }

  /** Ends a mail that is larger than its server has said. */
  private static final class Limited extends FilterOutputStream {
    private final ByteArrayOutputStream bytes;
    private final long most;

    Limited(long most) {
      this(new ByteArrayOutputStream(), most);
    }

    private Limited(ByteArrayOutputStream bytes, long most) {
      super(bytes);
      this.bytes = bytes;
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int length) throws IOException {
      if (bytes.size() + (long) length > most) {
        throw new IOException("too large");
      }
      bytes.write(more, from, length);
    }

    byte[] all() {
      return bytes.toByteArray();
    }
  }
}
