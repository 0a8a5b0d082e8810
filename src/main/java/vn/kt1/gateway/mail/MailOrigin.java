package vn.kt1.gateway.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.mail.MailSettings.SenderProof;

/**
 * Finds out who sent a mail, from a few headers. The rest is fetched only to verify a signature
 * over it.
 */
final class MailOrigin {

  private final Directory directory;
  private final boolean proofNeeded;
  private final AuthenticationResults results;
  private final MailSignature signature;
  private final OurMails ours;

  MailOrigin(Directory directory, MailSettings settings, Clock clock) {
    this.directory = directory;
    this.proofNeeded = settings.senderProof() == SenderProof.DKIM;
    this.results = new AuthenticationResults(settings.authServer());
    this.ours = new OurMails(settings.from());
    this.signature = new MailSignature(settings.largestWhole(), clock);
  }

  /**
   * The sender; empty for strangers and for auto-responders, which would start loops.
   *
   * @throws UnprovenMail when a partner's address stands in it, and nothing proves that it is true
   */
  Optional<MailSender> sender(Message mail) throws MessagingException, IOException {
    Optional<String> address = address(header(mail, "From"));
    Optional<Partner> partner = address.flatMap(directory::partnerByMail);
    if (partner.isEmpty() || AutomaticMail.byRobot(mail, address.get())) {
      return Optional.empty();
    }
    boolean automatic = AutomaticMail.byProgram(mail, address.get());
    Optional<Part> proven = proven(mail, address.get(), partner.get());
    if (proven.isEmpty()) {
      throw new UnprovenMail(partner.get().id());
    }
    boolean answersUs = ours.answeredBy(mail);
    return proven.map(part -> new MailSender(partner.get(), part, automatic, answersUs));
  }

  /** SECURITY: if the signature is the proof, only what it covers is read. */
  private Optional<Part> proven(Message mail, String address, Partner partner)
      throws MessagingException, IOException {
    return !proofNeeded || results.vouchFor(address, header(mail, "Authentication-Results"))
        ? Optional.of(mail)
        : signature.signedPart(mail, partner);
  }

  /** SECURITY: exactly one address, so that the sender is the one our server has checked. */
  private static Optional<String> address(List<String> from) {
    if (from.size() != 1) {
      return Optional.empty();
    }
    try {
      InternetAddress[] written = InternetAddress.parseHeader(from.get(0), true);
      return written.length == 1 && !written[0].isGroup() && written[0].getAddress().contains("@")
          ? Optional.of(written[0].getAddress())
          : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  static List<String> header(Message mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }
}
