package vn.kt1.gateway.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mail server and our login there. A blank host turns that direction off. {@code folder} is used
 * for IMAP.
 */
public record MailServer(
    @NotNull @DefaultValue("") String host,
    @Min(1) @Max(65_535) @DefaultValue("587") int port,
    @NotNull @DefaultValue("STARTTLS") Security security,
    @NotNull @DefaultValue("") String user,
    @NotNull @DefaultValue("") String password,
    @NotNull @DefaultValue("INBOX") String folder) {

  /** How the connection is protected. With both kinds of TLS the server must prove its identity. */
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  boolean on() {
    return !host.isBlank();
  }

  /** SECURITY: a record's own text would show the password. */
  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + " " + security + "]";
  }
}
