package vn.kt1.gateway.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.mail.MailServer.Security;
import vn.kt1.gateway.startup.SelfChecking;
import vn.kt1.gateway.startup.ThisMachine;

/**
 * {@code gateway.mail}: the servers of both directions, our addresses, the largest attachment, and
 * how a sender is proven: by {@code dkim=pass} of our own mail server, named by {@code
 * auth-server}, or by a signature if the sender's certificate is known.
 */
@Validated
@ConfigurationProperties("gateway.mail")
public record MailSettings(
    @Valid @NotNull @DefaultValue @NestedConfigurationProperty MailServer smtp,
    @Valid @NotNull @DefaultValue @NestedConfigurationProperty MailServer imap,
    @NotNull @DefaultValue("") String from,
    @NotNull @DefaultValue("3MB") DataSize largestMail,
    @NotNull @DefaultValue("") String authServer,
    @NotNull @DefaultValue("DKIM") SenderProof senderProof,
    @NotNull @DefaultValue("30s") Duration poll)
    implements SelfChecking {

  /** How a sender is proven. */
  public enum SenderProof {
    DKIM,
    NONE
  }

  /** Encoding makes an attachment a third larger. A mail much larger than that is not read. */
  long largestWhole() {
    return largestMail.toBytes() * 3 / 2;
  }

  /** SECURITY: nothing insecure starts silently. */
  @Override
  public List<Fault> faults(Directory directory) {
    List<Fault> faults = new ArrayList<>();
    check("smtp", smtp, faults);
    check("imap", imap, faults);
    if (smtp.on() && !from.matches("[^@\\s<>]+@[A-Za-z0-9.-]+")) {
      fault(faults, "from", "is no address", "the address of the gateway");
    }
    if (imap.on()
        && senderProof == SenderProof.DKIM
        && authServer.isBlank()
        && !allSign(directory)) {
      String write =
          "the authserv-id our own mail server writes, or a mail.certificate for every partner with"
              + " mail";
      fault(faults, "auth-server", "is missing, so nobody could be believed", write);
    }
    if (imap.on() && senderProof == SenderProof.NONE && !ThisMachine.is(imap.host())) {
      fault(faults, "sender-proof", "NONE is for trials on this machine", "DKIM");
    }
    return faults;
  }

  private static boolean allSign(Directory directory) {
    List<Partner.Mail> known =
        directory.partners().stream().map(Partner::mail).filter(Objects::nonNull).toList();
    return !known.isEmpty() && known.stream().allMatch(mail -> mail.certificate() != null);
  }

  private static void check(String way, MailServer server, List<Fault> faults) {
    if (server.on() && server.security() == Security.NONE && !ThisMachine.is(server.host())) {
      String wrong = "NONE sends mails and the password in the clear";
      fault(faults, way + ".security", wrong, "TLS or STARTTLS; NONE only for 127.0.0.1");
    }
    if (server.on() && !server.user().isBlank() && server.password().isBlank()) {
      String variable = "GATEWAY_" + way.toUpperCase(Locale.ROOT) + "_PASSWORD";
      fault(faults, way + ".password", "is missing", variable + " or " + variable + "_FILE");
    }
  }

  private static void fault(List<Fault> faults, String key, String wrong, String write) {
    faults.add(new Fault("gateway.mail." + key, 0, wrong, write));
  }
}
