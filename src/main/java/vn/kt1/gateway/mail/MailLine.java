package vn.kt1.gateway.mail;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.StoreClosedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** Tells a mail server that has gone from a mail that is broken. */
final class MailLine {

  private MailLine() {}

  /** SECURITY: a mail that holds on to a line that has gone is not broken. */
  static boolean broken(Message mail, Exception failure) {
    return (mail.getFolder() == null || mail.getFolder().isOpen()) && !gone(failure);
  }

  static boolean gone(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FolderClosedException
          || cause instanceof StoreClosedException
          || cause instanceof MessageRemovedException
          // The server says no, or what we do not understand: of the mail itself that tells
          // nothing.
          || cause instanceof ProtocolException
          || cause instanceof SocketException
          || cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
