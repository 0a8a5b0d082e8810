package vn.kt1.gateway.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mail server and our login there; a blank host leaves that direction off. {@code folder} is that
 * of an IMAP server.
 */
public record MailServer(
    @NotNull @DefaultValue("") String host,
    @Min(1) @Max(65_535) @DefaultValue("587") int port,
    @NotNull @DefaultValue("STARTTLS") Security security,
    @NotNull @DefaultValue("") String user,
    @NotNull @DefaultValue("") String password,
    @NotNull @DefaultValue("INBOX") String folder) {

  /** How the line is guarded; in both guarded ways the server must prove who it is. */
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  boolean on() {
    return !host.isBlank();
  }

  /** SECURITY: a record would tell its password. */
  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + " " + security + "]";
  }
}
