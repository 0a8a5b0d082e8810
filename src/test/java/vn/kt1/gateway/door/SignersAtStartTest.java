package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** An administrator learns at the start whether signatures count, and which will soon not. */
@ExtendWith(OutputCaptureExtension.class)
class SignersAtStartTest {
  private static final Instant NOW = Instant.now();
  private static final Signer SIGNER =
      Signer.valid(NOW.minus(Duration.ofDays(100)), NOW.plus(Duration.ofDays(100)));

  @Test
  void that_signatures_are_off_is_said(CapturedOutput output) {
    tell("NONE", SIGNER, NOW);
    assertThat(output.getAll()).contains("INFO").contains("S/MIME is off: gateway.mail.sender");
    tell("DKIM", null, NOW);
    assertThat(output.getAll()).contains("S/MIME is off: no partner has a mail.certificate");
  }

  @Test
  void a_certificate_out_of_its_time_or_near_its_end_is_warned_of(CapturedOutput output) {
    tell("DKIM", SIGNER, NOW);
    assertThat(output.getAll()).isEmpty();
    tell("DKIM", SIGNER, NOW.plus(Duration.ofDays(80)));
    assertThat(output.getAll()).contains("WARN").contains("mail.certificate of p ends at");
    for (int days : new int[] {-101, 101}) {
      int before = output.getAll().length();
      tell("DKIM", SIGNER, NOW.plus(Duration.ofDays(days)));
      assertThat(output.getAll().substring(before)).contains("WARN").contains("not now");
    }
  }

  private static void tell(String proof, @Nullable Signer signer, Instant now) {
    MailSettings settings =
        new Binder(new MapConfigurationPropertySource(Map.of("gateway.mail.sender-proof", proof)))
            .bind("gateway.mail", MailSettings.class)
            .get();
    var certificate = signer == null ? null : signer.certificate();
    Partner.Mail mail = new Partner.Mail("p@office.example", false, certificate);
    Partner partner = new Partner("p", "p", Set.of(), false, false, mail);
    Directory directory = new Directory(List.of(), List.of(), List.of(partner));
    SignersAtStart.tell(settings, directory, Clock.fixed(now, ZoneOffset.UTC));
  }
}
