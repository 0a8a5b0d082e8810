package vn.kt1.gateway.mail;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * Connection and login to a mail server, as beans. An endpoint's address is shown and logged, so it
 * must not hold a password.
 */
final class MailLogin extends MailAuthenticator {

  private static final String CONNECT = "10000";
  private static final String ANSWER = "30000";

  private final String protocol;
  private final MailServer server;

  MailLogin(String protocol, MailServer server) {
    this.protocol = protocol;
    this.server = server;
  }

  @Override
  public PasswordAuthentication getPasswordAuthentication() {
    return server.user().isBlank()
        ? new PasswordAuthentication(null, null)
        : new PasswordAuthentication(server.user(), server.password());
  }

  Session session() {
    Properties line = new Properties();
    put(line, "host", server.host());
    put(line, "port", String.valueOf(server.port()));
    put(line, "auth", String.valueOf(!server.user().isBlank()));
    put(line, "connectiontimeout", CONNECT);
    put(line, "timeout", ANSWER);
    put(line, "writetimeout", ANSWER);
    guard(line);
    // All or nobody: a notice has one recipient.
    put(line, "sendpartial", "false");
    put(line, "fetchsize", String.valueOf(1 << 20));
    return Session.getInstance(line, this);
  }

  /**
   * SECURITY: the password is never sent in the clear where encryption was asked for, and only to
   * that server.
   */
  private void guard(Properties line) {
    put(line, "ssl.checkserveridentity", "true");
    switch (server.security()) {
      case TLS -> put(line, "ssl.enable", "true");
      case STARTTLS -> {
        put(line, "starttls.enable", "true");
        put(line, "starttls.required", "true");
      }
      case NONE -> put(line, "starttls.enable", "false");
    }
  }

  private void put(Properties line, String key, String value) {
    line.setProperty("mail." + protocol + "." + key, value);
  }
}
