package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.mail.MailServer.Security;
import vn.kt1.gateway.startup.ThisMachine;
import vn.kt1.testing.Signer;

/** Nothing insecure starts, and what is wrong is told with what to write. */
class MailSettingsTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "gateway.mail.from", "gateway@kt1.example",
          "gateway.mail.auth-server", "mx.kt1.example",
          "gateway.mail.smtp.host", "mx.kt1.example",
          "gateway.mail.imap.host", "mx.kt1.example",
          "gateway.mail.imap.security", "TLS",
          "gateway.mail.imap.user", "handoff",
          "gateway.mail.imap.password", "planted-password");

  private static final Directory NOBODY = new Directory(List.of(), List.of(), List.of());

  @Test
  void a_guarded_line_with_a_proof_is_good_and_so_is_none_at_all() {
    assertThat(bind(GOOD).faults(NOBODY)).isEmpty();
    MailSettings off = bind(Map.of("gateway.mail.poll", "1s"));
    assertThat(off.faults(NOBODY)).isEmpty();
    assertThat(off.smtp().on() || off.imap().on()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "smtp.security, NONE, TLS or STARTTLS",
    "imap.security, NONE, TLS or STARTTLS",
    "sender-proof, NONE, DKIM",
    "auth-server, '', the authserv-id",
    "from, '', the address of the gateway",
    "from, 'two@x.example,b@x.example', the address of the gateway",
    "imap.password, '', GATEWAY_IMAP_PASSWORD or GATEWAY_IMAP_PASSWORD_FILE",
  })
  void what_is_insecure_or_missing_is_told(String key, String value, String write) {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.put("gateway.mail." + key, value);
    assertThat(bind(settings).faults(NOBODY))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("gateway.mail." + key);
              assertThat(fault.write()).contains(write);
            });
  }

  @Test
  void our_server_may_stay_unnamed_only_where_every_partner_signs_its_mails() {
    Map<String, String> unnamed = new HashMap<>(GOOD);
    unnamed.put("gateway.mail.auth-server", " ");
    Partner signing = partner("p", Signer.valid().certificate());
    Partner plain = partner("q", null);
    Partner without = new Partner("r", "r", Set.of(), true, false, null);
    assertThat(bind(unnamed).faults(knowing(signing, without))).isEmpty();
    for (Directory directory : List.of(NOBODY, knowing(without), knowing(signing, plain))) {
      assertThat(bind(unnamed).faults(directory))
          .extracting(BadConfiguration.Fault::file)
          .containsExactly("gateway.mail.auth-server");
    }
  }

  private static Partner partner(String id, @Nullable X509Certificate certificate) {
    Partner.Mail mail = new Partner.Mail(id + "@office.example", false, certificate);
    return new Partner(id, id, Set.of(), false, false, mail);
  }

  private static Directory knowing(Partner... partners) {
    return new Directory(List.of(), List.of(), List.of(partners));
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "::1, true", "localhost, true", "10.0.0.1, false"})
  @CsvSource({"mail.example, false", "127.0.0.1.example, false", "localhost.example, false"})
  void only_this_machine_itself_is_loopback(String host, boolean loopback) {
    assertThat(ThisMachine.is(host)).isEqualTo(loopback);
  }

  @Test
  void a_line_is_guarded_checked_and_ends_by_itself() {
    Properties tls = login(Security.TLS);
    assertThat(tls)
        .containsEntry("mail.imap.ssl.enable", "true")
        .containsEntry("mail.imap.ssl.checkserveridentity", "true")
        .containsKeys("mail.imap.connectiontimeout", "mail.imap.timeout", "mail.imap.writetimeout");
    assertThat(login(Security.STARTTLS))
        .containsEntry("mail.imap.starttls.required", "true")
        .containsEntry("mail.imap.ssl.checkserveridentity", "true");
    assertThat(tls.toString()).doesNotContain("planted-password");
    assertThat(bind(GOOD).toString()).doesNotContain("planted-password");
  }

  private static Properties login(Security security) {
    return new MailLogin("imap", server("mx.kt1.example", security)).session().getProperties();
  }

  private static MailServer server(String host, Security security) {
    return new MailServer(host, 993, security, "user", "planted-password", "INBOX");
  }

  private static MailSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("gateway.mail", MailSettings.class)
        .get();
  }
}
