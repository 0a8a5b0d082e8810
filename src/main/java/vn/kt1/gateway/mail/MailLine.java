package vn.kt1.gateway.mail;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.StoreClosedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** Tells a lost connection to the mail server from a broken mail. */
final class MailLine {

  private MailLine() {}

  /** SECURITY: a mail is not broken just because its connection was lost. */
  static boolean broken(Message mail, Exception failure) {
    return (mail.getFolder() == null || mail.getFolder().isOpen()) && !gone(failure);
  }

  static boolean gone(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FolderClosedException
          || cause instanceof StoreClosedException
          || cause instanceof MessageRemovedException
          // The server refuses, or answers in a way we do not understand. This says nothing about
          // the mail.
          || cause instanceof ProtocolException
          || cause instanceof SocketException
          || cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
