package vn.kt1.gateway.door;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.door.MailSettings.SenderProof;

/**
 * Tells whose mail it is, by a few headers; the rest is asked of the server only where a signature
 * over it is to be verified.
 */
final class MailOrigin {

  private final Directory directory;
  private final boolean proofNeeded;
  private final AuthenticationResults results;
  private final MailSignature signature;

  MailOrigin(Directory directory, MailSettings settings, Clock clock) {
    this.directory = directory;
    this.proofNeeded = settings.senderProof() == SenderProof.DKIM;
    this.results = new AuthenticationResults(settings.authServer());
    this.signature = new MailSignature(settings.largestWhole(), clock);
  }

  /** Who wrote it; empty for strangers, and for machines that answer machines. */
  Optional<MailSender> sender(Message mail) throws MessagingException, IOException {
    if (automatic(mail)) {
      return Optional.empty();
    }
    Optional<String> address = address(header(mail, "From"));
    Optional<Partner> partner = address.flatMap(directory::partnerByMail);
    if (partner.isEmpty()) {
      return Optional.empty();
    }
    if (proven(mail, address.get())) {
      return Optional.of(new MailSender(partner.get(), mail));
    }
    // SECURITY: where the signature is the proof, only what it covers is read.
    return signature
        .signedPart(mail, partner.get())
        .map(signed -> new MailSender(partner.get(), signed));
  }

  /** SECURITY: exactly one, so that nobody but the one our server has looked at is meant. */
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

  private boolean proven(Message mail, String address) throws MessagingException {
    return !proofNeeded || results.vouchFor(address, header(mail, "Authentication-Results"));
  }

  /**
   * Bounces and automatic answers: to answer them would begin a loop. Told by headers alone: the
   * structure of a stranger's mail may cost us the line.
   */
  private static boolean automatic(Message mail) throws MessagingException {
    return header(mail, "Auto-Submitted").stream().anyMatch(MailOrigin::byMachine)
        || header(mail, "Return-Path").stream().anyMatch(path -> path.strip().equals("<>"))
        || header(mail, "Precedence").stream().anyMatch(MailOrigin::inBulk)
        || !header(mail, "X-Autoreply").isEmpty()
        || !header(mail, "X-Autorespond").isEmpty()
        || header(mail, "Content-Type").stream().anyMatch(MailOrigin::report);
  }

  private static boolean inBulk(String precedence) {
    return Set.of("bulk", "junk", "list", "auto_reply")
        .contains(precedence.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean report(String contentType) {
    return contentType.stripLeading().toLowerCase(Locale.ROOT).startsWith("multipart/report");
  }

  private static boolean byMachine(String autoSubmitted) {
    return !autoSubmitted.strip().split("[\\s;]", 2)[0].equalsIgnoreCase("no");
  }

  static List<String> header(Message mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }
}
