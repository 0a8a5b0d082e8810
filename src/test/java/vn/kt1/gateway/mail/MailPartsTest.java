package vn.kt1.gateway.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.shipment.Rejected;

/** What of a mail is the hand-off, what mail programs add, and what may be content. */
class MailPartsTest {

  private static final long LARGEST = 200 << 10;
  private static final String TEXT = part("text/plain; charset=utf-8", "");
  private static final String HTML = part("text/html; charset=utf-8", "");
  private static final String FILE = attached("text/csv", "B-1.csv");
  private static final String LOGO =
      part("image/png; name=image001.png", "Content-ID: <image001.png@01DC>\r\n");

  /** Mails of people, as Outlook, Thunderbird, Apple Mail, Gmail and Zimbra build them. */
  static Stream<String> withTheirDress() {
    String logoAttached =
        part(
            "image/jpeg; name=logo.jpg",
            "Content-ID: <1@x>\r\nContent-Disposition: attachment; filename=logo.jpg\r\n");
    String logoWithoutType =
        part("application/octet-stream; name=\"image002.PNG\"", "Content-ID: <2@x>\r\n");
    String invitation = part("text/calendar; charset=utf-8; method=REQUEST", "");
    return Stream.of(
        mixed(related(alternative(TEXT, HTML), LOGO), FILE),
        mixed(alternative(TEXT, related(HTML, LOGO, logoAttached)), FILE),
        mixed(related(HTML, LOGO, logoWithoutType), FILE),
        mixed(alternative(TEXT, HTML), FILE, LOGO),
        related(alternative(TEXT, HTML), LOGO, FILE),
        alternative(TEXT, mixed(HTML, FILE, HTML, LOGO)),
        mixed(alternative(TEXT, HTML, part("application/rtf", "")), FILE),
        mixed(alternative(TEXT, part("text/x-amp-html", ""), HTML), FILE),
        mixed(alternative(TEXT, part("text/enriched", ""), HTML, invitation), FILE),
        mixed(TEXT, FILE, invitation),
        mixed(TEXT, FILE, attached("application/ics", "invite.ics")),
        mixed(TEXT, FILE, attached("application/octet-stream", "Nguyen Van A.vcf")),
        mixed(TEXT, FILE, part("text/vcard", "")),
        mixed(TEXT, FILE, attached("text/plain", "ATT00001.txt")),
        mixed(TEXT, attached("text/html", "ATT00002.htm"), FILE),
        mixed(TEXT, FILE, attached("text/plain", "B-1.csv.sha256")),
        mixed(TEXT, FILE, attached("application/octet-stream", "B-1.sha256.txt")),
        mixed(TEXT, FILE, attached("application/octet-stream", "SHA256SUMS")),
        mixed(TEXT, FILE, attached("text/plain", "B-1.csv.sha256sum")),
        mixed(TEXT, FILE, attached("application/octet-stream", "B-1.csv.MD5")),
        mixed(TEXT, multi("appledouble", attached("application/applefile", "B-1.csv"), FILE)),
        mixed(TEXT, FILE, attached("application/pgp-keys", "OpenPGP_0x12AB34CD.asc")),
        mixed(TEXT, FILE, attached("application/ms-tnef", "winmail.dat")),
        mixed(TEXT, FILE, attached("application/json", "error.json")));
  }

  @ParameterizedTest
  @MethodSource("withTheirDress")
  void the_one_hand_off_is_taken_and_the_rest_may_hold_content(String mail) throws Exception {
    assertThat(MailFile.of(parts(mail), LARGEST).name()).isEqualTo("B-1.csv");
    assertThat(parts(mail).somethingBeside()).isTrue();
  }

  static Stream<String> plain() {
    String signature = attached("application/pkcs7-signature", "smime.p7s");
    return Stream.of(
        mixed(TEXT, FILE),
        mixed(FILE),
        FILE,
        mixed(alternative(TEXT, HTML), FILE),
        mixed(HTML, FILE, TEXT),
        multi("signed", mixed(TEXT, FILE), signature),
        multi("signed", mixed(TEXT, FILE), part("application/pgp-signature", "")),
        mixed(TEXT, part("text/csv; name=\"B-1.csv\"", "Content-ID: <f_1@gmail>\r\n")),
        mixed(TEXT, attached("application/octet-stream", "=?UTF-8?B?Qi0xLmNzdg==?=")));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void of_a_plain_mail_there_is_nothing_beside_the_file(String mail) throws Exception {
    assertThat(MailFile.of(parts(mail), LARGEST).name()).isEqualTo("B-1.csv");
    assertThat(parts(mail).somethingBeside()).isFalse();
  }

  /** They are handed to the guard, which refuses them for what they are. */
  static Stream<String> withOtherFiles() {
    String scan = attached("image/jpeg", "scan.jpg");
    String pasted = part("image/png; name=p.png", "Content-Disposition: inline\r\n");
    String large =
        part("image/png; name=p.png", "Content-ID: <1@x>\r\n", "x".repeat((350 << 10) + 1));
    return Stream.of(
        mixed(TEXT, FILE, attached("application/pdf", "cong van.pdf")),
        mixed(TEXT, attached("application/octet-stream", "Tờ trình.docx"), FILE),
        mixed(related(HTML, part("application/pdf; name=a.pdf", "Content-ID: <1@x>\r\n")), FILE),
        mixed(related(HTML, large), FILE),
        mixed(TEXT, FILE, scan),
        mixed(TEXT, FILE, pasted),
        mixed(alternative(TEXT, attached("application/pdf", "a.pdf")), FILE),
        mixed(TEXT, FILE, part("application/pdf", "")),
        mixed(TEXT, FILE, part("image/tiff", "Content-Disposition: inline\r\n")),
        mixed(TEXT, FILE, attached("text/plain", "ghi chu.txt")),
        mixed(TEXT, FILE, attached("message/rfc822", "thu.eml")),
        mixed(TEXT, FILE, FILE, attached("application/zip", "a.zip")),
        mixed(TEXT, attached("text/plain", "ghi chu.txt"), attached("application/pdf", "a.pdf")));
  }

  @ParameterizedTest
  @MethodSource("withOtherFiles")
  void another_file_is_the_one_that_is_judged_and_its_name_goes_no_further(String mail)
      throws Exception {
    MailFile judged = MailFile.of(parts(mail), LARGEST);
    assertThat(judged.name()).isEqualTo("attachment");
    assertThat(judged.content()).isNotEmpty();
  }

  @Provide
  Arbitrary<List<String>> dress() {
    return Arbitraries.of(
            TEXT,
            LOGO,
            related(HTML, LOGO),
            alternative(TEXT, HTML, part("text/rtf", "")),
            part("text/calendar; method=REQUEST", ""),
            attached("text/x-vcard", "van thu.vcf"),
            attached("text/plain", "ATT00003.txt"),
            attached("application/octet-stream", "B-1.csv.sha256"),
            attached("application/pgp-signature", "signature.asc"),
            attached("application/applefile", "B-1.csv"))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  void whatever_programs_add_the_file_is_found_and_another_one_is_never_passed_over(
      @ForAll("dress") List<String> dress, @ForAll @IntRange(max = 12) int place) throws Exception {
    List<String> all = new ArrayList<>(dress);
    all.add(Math.min(place, all.size()), FILE);
    assertThat(MailFile.of(parts(mixed(all.toArray(String[]::new))), LARGEST).name())
        .isEqualTo("B-1.csv");
    all.add(Math.min(place, all.size()), attached("application/pdf", "cong van.pdf"));
    assertThat(MailFile.of(parts(mixed(all.toArray(String[]::new))), LARGEST).name())
        .isEqualTo("attachment");
  }

  @Test
  void of_several_other_files_a_document_is_judged_before_a_text() throws Exception {
    String note = attached("text/plain", "note.txt");
    String letter = part("application/pdf; name=a.pdf", "", "%PDF-1.7");
    assertThat(MailFile.of(parts(mixed(TEXT, note, letter)), LARGEST).content())
        .asString()
        .startsWith("%PDF");
  }

  @Test
  void what_is_refused_says_what_to_do() throws Exception {
    String outlook = attached("application/ms-tnef", "winmail.dat");
    assertRefused(mixed(TEXT, outlook), "unsupported-media-type", "Rich Text");
    assertRefused(mixed(TEXT, attached("application/x", "WINMAIL.DAT")), "unsupported", "Outlook");
    assertRefused(outlook, "unsupported-media-type", "winmail.dat");
    assertRefused(mixed(TEXT, FILE, FILE), "too-many", "exactly one");
    assertRefused(mixed(TEXT, FILE, attached("text/xml", "b.xml"), LOGO), "too-many", "exactly");
    assertRefused(mixed(related(alternative(TEXT, HTML), LOGO)), "missing-field", "Attach");
    assertRefused(mixed(TEXT, attached("text/csv", "a b.csv")), "file-name", "Rename");
  }

  private static void assertRefused(String mail, String code, String words) {
    assertThatThrownBy(() -> MailFile.of(parts(mail), LARGEST))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code().text()).startsWith(code);
              assertThat(no.faults().get(0).detail().en()).contains(words);
            });
  }

  @Test
  void an_answer_to_an_invitation_is_found_wherever_it_stands() throws Exception {
    String answer = part("text/calendar; charset=utf-8; method=REPLY", "");
    assertThat(parts(mixed(alternative(TEXT, HTML, answer))).answersInvitation()).isTrue();
    assertThat(parts(mixed(TEXT, FILE)).answersInvitation()).isFalse();
  }

  @Test
  void of_a_robots_answer_there_is_no_file() throws Exception {
    String ours = attached("application/json", "receipt.json");
    assertThat(parts(mixed(TEXT, ours)).withoutFile()).isTrue();
    assertThat(parts(mixed(related(HTML, LOGO))).withoutFile()).isTrue();
    assertThat(parts(TEXT).withoutFile()).isTrue();
    assertThat(parts(mixed(TEXT, FILE)).withoutFile()).isFalse();
    assertThat(parts(mixed(TEXT, attached("application/pdf", "a.pdf"))).withoutFile()).isFalse();
  }

  @Test
  void nothing_beside_the_file_is_fetched() throws Exception {
    MimeBodyPart file = new MimeBodyPart();
    file.setText("x", "UTF-8");
    file.setFileName("B-1.csv");
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setContent(
        new MimeMultipart("related", new Sealed("image/png"), file, new Sealed("text/html")));
    mail.setHeader("Content-Type", "multipart/related");
    assertThat(MailFile.of(MailParts.of(mail), LARGEST).name()).isEqualTo("B-1.csv");
  }

  /** Whoever asks for its content fails. */
  private static final class Sealed extends MimeBodyPart {
    Sealed(String type) throws Exception {
      setHeader("Content-Type", type);
      setHeader("Content-ID", "<1@x>");
    }

    @Override
    public InputStream getInputStream() {
      throw new AssertionError("nobody asks for this");
    }
  }

  private static MailParts parts(String mail) throws Exception {
    byte[] bytes = ("From: a@b.example\r\n" + mail).getBytes(UTF_8);
    return MailParts.of(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private static String mixed(String... parts) {
    return multi("mixed", parts);
  }

  private static String related(String... parts) {
    return multi("related", parts);
  }

  private static String alternative(String... parts) {
    return multi("alternative", parts);
  }

  private static String multi(String kind, String... parts) {
    String line = "=_" + kind + List.of(parts).hashCode();
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append("\r\n--").append(line).append("\r\n").append(part);
    }
    return "Content-Type: multipart/%s; boundary=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
        .formatted(kind, line, all, line);
  }

  private static String attached(String type, String name) {
    return part(type, "Content-Disposition: attachment; filename=\"" + name + "\"\r\n");
  }

  private static String part(String type, String more) {
    return part(type, more, "a content");
  }

  private static String part(String type, String more, String content) {
    return "Content-Type: " + type + "\r\n" + more + "\r\n" + content + "\r\n";
  }
}
