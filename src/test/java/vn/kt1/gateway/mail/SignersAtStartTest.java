package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.testing.Signer;

/** An administrator learns at the start whether signatures count. */
@ExtendWith(OutputCaptureExtension.class)
class SignersAtStartTest {
  private static final Signer SIGNER = Signer.valid();

  @Test
  void that_signatures_are_off_is_said(CapturedOutput output) {
    tell("NONE", SIGNER);
    assertThat(output.getAll()).contains("INFO").contains("S/MIME is off: gateway.mail.sender");
    tell("DKIM", null);
    assertThat(output.getAll()).contains("S/MIME is off: no partner has a mail.certificate");
    int before = output.getAll().length();
    tell("DKIM", SIGNER);
    assertThat(output.getAll().substring(before)).isEmpty();
  }

  private static void tell(String proof, @Nullable Signer signer) {
    MailSettings settings =
        new Binder(new MapConfigurationPropertySource(Map.of("gateway.mail.sender-proof", proof)))
            .bind("gateway.mail", MailSettings.class)
            .get();
    var certificate = signer == null ? null : signer.certificate();
    Partner.Mail mail = new Partner.Mail("p@office.example", false, certificate);
    Partner partner = new Partner("p", "p", Set.of(), false, false, mail);
    Directory directory = new Directory(List.of(), List.of(), List.of(partner));
    SignersAtStart.tell(settings, directory);
  }
}
