package vn.kt1.gateway.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.mail.MailSettings.SenderProof;

/** Logs at the start whether mails may be proven by a signature. */
final class SignersAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(SignersAtStart.class);

  private SignersAtStart() {}

  static void tell(MailSettings settings, Directory directory) {
    if (settings.senderProof() == SenderProof.NONE) {
      LOG.info("S/MIME is off: gateway.mail.sender-proof is NONE");
      return;
    }
    boolean signed =
        directory.partners().stream()
            .anyMatch(partner -> partner.mail() != null && partner.mail().certificate() != null);
    if (!signed) {
      LOG.info("S/MIME is off: no partner has a mail.certificate");
    }
  }
}
