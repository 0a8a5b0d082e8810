package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.door.MailServer.Security;

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

  @Test
  void a_guarded_line_with_a_proof_is_good_and_so_is_none_at_all() {
    assertThatCode(() -> bind(GOOD).check()).doesNotThrowAnyException();
    MailSettings off = bind(Map.of("gateway.mail.poll", "1s"));
    assertThatCode(off::check).doesNotThrowAnyException();
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
    var bad = catchThrowableOfType(BadConfiguration.class, () -> bind(settings).check());
    assertThat(bad.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("gateway.mail." + key);
              assertThat(fault.write()).contains(write);
            });
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "::1, true", "localhost, true", "10.0.0.1, false"})
  @CsvSource({"mail.example, false", "127.0.0.1.example, false", "localhost.example, false"})
  void only_this_machine_itself_is_loopback(String host, boolean loopback) {
    assertThat(server(host, Security.NONE).loopback()).isEqualTo(loopback);
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
