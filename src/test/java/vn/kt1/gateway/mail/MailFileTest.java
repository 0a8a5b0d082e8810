package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.HandOffs.csv;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.shipment.Rejected;

/** Which file of a mail is read; what is in it then: BadMailTest. */
class MailFileTest {

  private static final long LARGEST = 200 << 10;

  @Test
  void one_file_is_read_as_it_was_sent() throws Exception {
    String sent = csv("N-1", 1);
    MailFile file = read(Map.of("N-1.csv", sent));
    assertThat(file.name()).isEqualTo("N-1.csv");
    assertThat(file.content()).asString().isEqualTo(sent);
  }

  @Test
  void there_is_exactly_one() {
    assertRefused(Map.of(), "missing-field");
    assertRefused(Map.of("a.csv", csv("N-1", 1), "b.csv", csv("N-2", 1)), "too-many");
  }

  @ParameterizedTest
  @CsvSource({
    "Tờ trình mật.csv, file-name",
    "a/b.csv, file-name",
    "'', file-name",
    "'=?UTF-8?B?YS9iLmNzdg==?=', file-name"
  })
  void a_name_tells_nothing_and_leads_nowhere(String name, String code) {
    assertRefused(Map.of(name, csv("N-3", 1)), code);
  }

  @Test
  void a_file_of_the_largest_size_is_read_and_one_byte_more_is_too_large() throws Exception {
    assertThat(read(Map.of("a.csv", "x".repeat((int) LARGEST))).content()).hasSize((int) LARGEST);
    assertRefused(Map.of("a.csv", "x".repeat((int) LARGEST + 1)), "too-large");
  }

  /** SECURITY: a name that breaks the rule, or tells of what is inside, is in no answer. */
  @ParameterizedTest
  @CsvSource({
    "HO-1.csv, HO-1.csv",
    "Tờ trình.csv,",
    "KT1_A.csv,",
    "tuyet-mat.csv,",
    "123_QD-UBND.csv,",
    "to-trinh.pdf,"
  })
  void an_answer_has_the_name_where_it_may(String name, @Nullable String named) throws Exception {
    assertThat(MailFile.named(MailParts.of(letter(Map.of(name, csv("N-4", 1)))))).isEqualTo(named);
  }

  @Test
  void of_several_files_none_is_named() throws Exception {
    MailParts parts = MailParts.of(letter(Map.of("a.csv", "x", "b.csv", "x")));
    assertThat(MailFile.named(parts)).isNull();
    parts = MailParts.of(letter(Map.of("a.csv", "x", "b.pdf", "x")));
    assertThat(MailFile.named(parts)).isNull();
  }

  private static void assertRefused(Map<String, String> files, String code) {
    assertThatThrownBy(() -> read(files))
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code().text()).isEqualTo(code));
  }

  private static MailFile read(Map<String, String> files) throws Exception {
    return MailFile.of(MailParts.of(letter(files)), LARGEST);
  }

  private static MimeMessage letter(Map<String, String> files) throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Letters.with(files).writeTo(sent);
    Session session = Session.getInstance(new Properties());
    return new MimeMessage(session, new ByteArrayInputStream(sent.toByteArray()));
  }
}
