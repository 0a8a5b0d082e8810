package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Trees;
import vn.kt1.testing.BadCorpus;
import vn.kt1.testing.BadCorpus.Case;
import vn.kt1.testing.Cases;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.RunningClock;
import vn.kt1.testing.Site;
import vn.kt1.testing.Traces;

/**
 * The whole bad corpus comes in by every channel. Each message is answered, and afterwards nothing
 * of the planted sentence is anywhere: it was never stored, logged, or left behind.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class BadCorpusIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int LARGEST_FILE = 200 * 1024;
  private static final int LARGEST_BODY = 2 << 20;

  /** The test's mail server takes its time over a box of hundreds. */
  private static final int MAILS_AT_ONCE = 40;

  /** What a partner's file refused for anything else may keep: it is judged by its fields. */
  private static final Set<String> DELETED =
      Set.of(
          "content-not-allowed",
          "unknown-field",
          "header-not-found",
          "malformed",
          "encoding",
          "file-name",
          "unsupported-media-type");

  private static final Instant START = Instant.now();

  private static final Traces PLANTED =
      new Traces(
              "QX-7719 xyzzy",
              "bảo vệ mục tiêu",
              Normalizer.normalize("bảo vệ mục tiêu", Normalizer.Form.NFD))
          .since(START);

  @TempDir static Path temp;
  private static Site site;
  private static Mail mail;
  private static Gateway gateway;
  private static PartnerTree partner;
  private static RunningClock clock;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    mail = Mail.of(site, ", sender-proof: NONE");
    Files.writeString(
        site.config().resolve("application.yaml"),
        "\ngateway.notice.errors-per-hour: 1000\n",
        StandardOpenOption.APPEND);
    partner = new PartnerTree(site, "hp-eoffice");
    Files.writeString(
        site.config().resolve("partners/" + Cases.HONG_BANG + ".yaml"), Cases.hongBang());
    Trees.partner(site.partner(Cases.HONG_BANG));
    clock = new RunningClock(BadCorpus.NOW);
    gateway = Gateway.start(site, clock);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    mail.close();
    site.close();
  }

  /** The whole corpus: WholeCorpusIT. */
  List<Case> cases() {
    return BadCorpus.oneOfEach();
  }

  /** All of them: WholeCorpusIT. */
  List<Cases.Case> mailedCases() {
    return Cases.oneOfEach();
  }

  @Test
  void is_refused_by_rest_and_leaves_no_trace(CapturedOutput output) throws Exception {
    Api api = gateway.api("hp-eoffice");
    for (Case bad : cases()) {
      byte[] bytes = bad.bytes();
      if (bytes.length <= LARGEST_BODY) {
        Api.Answer answer =
            api.send(
                api.request("/hand-offs")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(bytes))
                    .build());
        assertThat(answer.status()).as(bad.file()).isBetween(400, 499);
        if (bad.file().startsWith("json/")) {
          assertThat(answer.body().path("code").asText()).as(bad.file()).isEqualTo(bad.code());
        }
      }
    }
    assertNothingStays(output);
  }

  @Test
  void is_refused_by_sftp_and_leaves_no_trace(CapturedOutput output) throws Exception {
    List<Case> cases = cases();
    Path folder = Files.createDirectory(temp.resolve("to-be-dropped"));
    for (int i = 0; i < cases.size(); i++) {
      Files.write(folder.resolve(name(i, cases.get(i))), cases.get(i).bytes());
    }
    Path coming = Files.createDirectories(site.partner("hp-eoffice").resolve("coming"));
    var put = site.sftp().run("put " + folder + "/* hp-eoffice/coming/");
    assertThat(put.ok()).as(put.output()).isTrue();
    FileSystemUtils.deleteRecursively(folder);
    for (String name : Site.names(coming)) { // each whole at once
      Files.move(coming.resolve(name), partner.outbox().resolve(name));
    }
    await().atMost(PATIENCE).until(() -> Site.names(partner.outbox()).isEmpty());
    for (int i = 0; i < cases.size(); i++) {
      assertDropAnswered(name(i, cases.get(i)), cases.get(i));
    }
    assertNothingStays(output);
  }

  private static String name(int number, Case bad) {
    return "%03d-%s".formatted(number, bad.name());
  }

  private static void assertDropAnswered(String name, Case bad) throws IOException {
    JsonNode error = partner.error(name);
    String code = error.path("code").asText();
    if (!bad.language().equals("mail")) {
      assertThat(code).as(name).isEqualTo(expected(bad, bad.bytes()));
    }
    Path kept = partner.rejected().resolve(name);
    assertThat(Files.exists(kept)).as(name).isNotEqualTo(DELETED.contains(code));
    // The partner's own file in the partner's own tree, as the contract has it (4.1).
    Files.deleteIfExists(kept);
  }

  private static String expected(Case bad, byte[] bytes) {
    return bytes.length > LARGEST_FILE ? "too-large" : bad.code();
  }

  @Test
  void is_refused_by_mail_and_leaves_no_trace(CapturedOutput output) throws Exception {
    List<String> expected = new ArrayList<>();
    for (Case bad : mailed()) {
      byte[] bytes = bad.bytes();
      mail.send(bad.language().equals("mail") ? read(bytes) : with(bad.name(), bytes));
      expected.add(expectedByMail(bad, bytes));
      if (expected.size() % MAILS_AT_ONCE == 0) {
        awaitTaken();
      }
    }
    awaitTaken();
    await()
        .pollInterval(Duration.ofSeconds(1))
        .atMost(PATIENCE)
        .until(() -> mail.count(Mail.HAI_PHONG, "[KT1] ERROR") >= expected.size());
    List<String> codes = new ArrayList<>();
    for (Mail.Found answer : mail.box(Mail.HAI_PHONG, "[KT1] ERROR")) {
      codes.add(answer.json().path("code").asText());
    }
    assertThat(codes).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(mail.box("stranger@elsewhere.example")).isEmpty();
    assertNothingStays(output);
  }

  /** By mail it is what Outlook made of a text, and no incident. */
  private static String expectedByMail(Case bad, byte[] bytes) {
    return bad.name().endsWith("winmail.dat") ? "unsupported-media-type" : expected(bad, bytes);
  }

  /** Large ones are refused unread, as MailRefusalIT shows with one of thirty megabytes. */
  private List<Case> mailed() {
    return cases().stream().filter(bad -> bad.bytes().length <= LARGEST_BODY).toList();
  }

  private static void awaitTaken() {
    await().atMost(PATIENCE).until(() -> mail.count(Mail.HAND_OFF) == 0);
  }

  private static MimeMessage read(byte[] bytes) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)) {
      @Override
      public void saveChanges() {
        // SECURITY of the test: what is hostile must arrive as it was written.
      }
    };
  }

  private static MimeMessage with(String name, byte[] bytes) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(BadCorpus.PLANTED, "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(bytes, "application/octet-stream")));
    file.setFileName(name);
    MimeMessage letter = Mail.letter(Mail.HAI_PHONG);
    letter.setSubject(BadCorpus.PLANTED, "UTF-8");
    letter.setContent(new MimeMultipart(text, file));
    return letter;
  }

  /** Last, for some of them are taken, a week later. */
  @Test
  @Order(Integer.MAX_VALUE)
  void a_file_of_a_real_program_is_answered_alike_by_every_channel(CapturedOutput output)
      throws Exception {
    clock.set(Cases.NOW);
    CaseChannels channels = new CaseChannels(site, mail, DELETED);
    List<Cases.Case> all = Cases.all();
    channels.byRest(
        gateway.api("hp-eoffice"),
        all.stream().filter(one -> one.language().equals("json")).toList());
    channels.bySftp(all);
    channels.byMail(
        mailedCases().stream().filter(one -> one.partner().equals("hp-eoffice")).toList());
    Traces words = CaseChannels.words(all, site.config());
    words.since(START).assertNowhere(site, output.getAll());
    assertThat(words.since(START).holders(site.folder())).as("all around the gateway").isEmpty();
  }

  private static void assertNothingStays(CapturedOutput output) throws IOException {
    assertThat(site.sql("select count(*)::text from hand_off")).containsExactly("0");
    PLANTED.assertNowhere(site, output.getAll());
    assertThat(PLANTED.holders(site.folder())).as("all around the gateway").isEmpty();
  }
}
