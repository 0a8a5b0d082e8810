package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.Mail.HAI_PHONG;

import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.testing.Mail;

/** Which mails answer one of ours. */
class OurMailsTest {

  private static final OurMails OURS = new OurMails("gateway@kt1.example");

  @ParameterizedTest
  @CsvSource({
    "In-Reply-To, %s, true",
    "References, %s, true",
    "references, <a@office.example> %s <b@office.example>, true",
    "In-Reply-To, <a@office.example>, false",
    "In-Reply-To, <a@kt1.example>, false",
    "References, <x@kt1.example.evil.example>, false",
    "X-Other, %s, false"
  })
  void an_answer_names_one_of_our_ids(String header, String value, boolean ours) throws Exception {
    MimeMessage mail = Mail.letter(HAI_PHONG);
    mail.setHeader(header, value.formatted(OURS.id(UUID.randomUUID().toString())));
    assertThat(OURS.answeredBy(mail)).isEqualTo(ours);
  }
}
