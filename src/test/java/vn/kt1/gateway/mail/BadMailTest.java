package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Normaliser;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.BadCorpus;
import vn.kt1.testing.BadCorpus.Case;

/** What is found in a bad mail is refused for what is wrong with it. */
class BadMailTest {

  private static final long LARGEST = 200 << 10;
  private static final Caller HAI_PHONG =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.31"), null);

  private final Normaliser normaliser =
      new Normaliser(
          new Directory(List.of(), List.of(), List.of()),
          IntakeSettings.usual(),
          Clock.fixed(Instant.parse(BadCorpus.NOW), ZoneOffset.UTC));

  static Stream<Case> mails() {
    return BadCorpus.all().stream().filter(bad -> bad.language().equals("mail"));
  }

  @ParameterizedTest
  @MethodSource("mails")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void is_refused(Case bad) {
    assertThat(code(bad.bytes())).isEqualTo(bad.code());
  }

  @ParameterizedTest
  @CsvSource({
    "letter.pdf, %PDF-1.7, content-not-allowed",
    "forwarded.eml, From: x, unsupported-media-type",
    "a.bin, x, unsupported-media-type",
    ".., x, unsupported-media-type"
  })
  void a_file_that_is_no_hand_off_is_told_so(String name, String content, String code)
      throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Letters.with(Map.of(name, content)).writeTo(sent);
    assertThat(code(sent.toByteArray())).isEqualTo(code);
  }

  private String code(byte[] bytes) {
    try {
      Session session = Session.getInstance(new Properties());
      MailFile file =
          MailFile.of(
              MailParts.of(new MimeMessage(session, new ByteArrayInputStream(bytes))), LARGEST);
      String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
      normaliser.normalise(HAI_PHONG, ending, file.name(), file.content());
      return "accepted";
    } catch (Rejected rejected) {
      return rejected.code().text();
    } catch (MessagingException | IOException e) {
      return "malformed"; // what the door makes of a mail it cannot read
    }
  }
}
