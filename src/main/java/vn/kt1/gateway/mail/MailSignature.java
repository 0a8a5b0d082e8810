package vn.kt1.gateway.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.apache.commons.io.function.IOConsumer;
import org.apache.commons.io.output.ThresholdingOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.mail.NotBelieved.Flaw;

/** Proves a sender by an S/MIME signature made with the partner's certificate. */
final class MailSignature {

  private static final Logger LOG = LoggerFactory.getLogger(MailSignature.class);

  /** Thrown for a mail that is larger than its server has stated. */
  private static final IOConsumer<ThresholdingOutputStream> END =
      mail -> {
        throw new IOException("too large");
      };

  private final int largest;
  private final Clock clock;

  /** A mail larger than that many bytes is not fetched. */
  MailSignature(long largest, Clock clock) {
    this.largest = (int) Math.min(largest, Integer.MAX_VALUE);
    this.clock = clock;
  }

  /** The part of the mail that this partner has signed; empty when nothing is proven. */
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream limited = new ThresholdingOutputStream(largest, END, out -> bytes)) {
      mail.writeTo(limited);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      if (MailLine.broken(mail, e)) {
        throw new NotBelieved(Flaw.UNREADABLE);
      }
      throw e;
    }
  }
}
