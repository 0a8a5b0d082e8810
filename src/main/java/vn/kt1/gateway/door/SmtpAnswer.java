package vn.kt1.gateway.door;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server meant by not taking a mail (RFC 5321, 4.2.1). */
final class SmtpAnswer {

  private SmtpAnswer() {}

  /** A 5xx about this mail; a wrong login or a full queue concerns all mails, and passes. */
  static boolean forGood(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      int code = code(e);
      if (e instanceof AuthenticationFailedException || code == 530) {
        return false;
      }
      if (code >= 400) {
        return code >= 500;
      }
    }
    return false;
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
