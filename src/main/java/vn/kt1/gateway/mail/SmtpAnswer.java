package vn.kt1.gateway.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** The meaning of a mail server's refusal (RFC 5321, 4.2.1). */
final class SmtpAnswer {

  /** The codes for "bad sequence" and "log in first". */
  private static final Set<Integer> ABOUT_US = Set.of(503, 530, 535);

  private static final int TOO_LARGE = 552;

  private SmtpAnswer() {}

  /**
   * Whether a 5xx is about this mail. What concerns all mails passes by itself, or a person mends
   * it once: a wrong login, a full queue, or a server that does not accept us as a sender.
   */
  static boolean forGood(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      int code = code(e);
      if (e instanceof AuthenticationFailedException || ABOUT_US.contains(code) || refusesUs(e)) {
        return false;
      }
      if (code >= 400) {
        return code >= 500;
      }
    }
    return false;
  }

  /** Except 552, which is about the size of this mail. */
  private static boolean refusesUs(Exception failure) {
    return code(failure) != TOO_LARGE
        && (failure instanceof SMTPSenderFailedException
            || failure instanceof SMTPSendFailedException send
                && send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL"));
  }

  private static Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static int code(Exception failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }
}
