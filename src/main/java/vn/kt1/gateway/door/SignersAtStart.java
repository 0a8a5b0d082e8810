package vn.kt1.gateway.door;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.door.MailSettings.SenderProof;

/**
 * Says at the start whether mails may be proven by a signature, and whose certificate is out of its
 * time. That stops nobody: the gateway must come up again for all the others.
 */
final class SignersAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(SignersAtStart.class);
  private static final Duration SOON = Duration.ofDays(30);

  private SignersAtStart() {}

  static void tell(MailSettings settings, Directory directory, Clock clock) {
    if (settings.senderProof() == SenderProof.NONE) {
      LOG.info("S/MIME is off: gateway.mail.sender-proof is NONE");
      return;
    }
    boolean signed = false;
    for (Partner partner : directory.partners()) {
      if (partner.mail() != null && partner.mail().certificate() != null) {
        tell(partner.id(), partner.mail().certificate(), clock.instant());
        signed = true;
      }
    }
    if (!signed) {
      LOG.info("S/MIME is off: no partner has a mail.certificate");
    }
  }

  private static void tell(String partner, X509Certificate certificate, Instant now) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant to = certificate.getNotAfter().toInstant();
    if (now.isBefore(from) || now.isAfter(to)) {
      LOG.warn(
          "the mail.certificate of {} is valid from {} to {}, not now: its signatures prove nothing",
          partner,
          from,
          to);
    } else if (now.plus(SOON).isAfter(to)) {
      LOG.warn("the mail.certificate of {} ends at {}: ask for the next one", partner, to);
    }
  }
}
