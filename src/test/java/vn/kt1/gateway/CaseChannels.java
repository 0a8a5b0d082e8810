package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Cases.Case;
import vn.kt1.testing.Mail;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.Site;
import vn.kt1.testing.Texts;
import vn.kt1.testing.Traces;

/** Brings cases in by one channel, and looks whether the answer is the same by each. */
record CaseChannels(Site site, Mail mail, Set<String> deleted) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  void byRest(Api api, List<Case> cases) {
    for (Case one : cases) {
      Api.Answer answer =
          api.send(
              api.request("/hand-offs")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(one.bytes()))
                  .build());
      assertThat(answer.status()).as(one.file()).isBetween(400, 499);
      assertRefused(one, answer.body());
    }
  }

  void bySftp(List<Case> cases) throws IOException {
    for (Case one : cases) { // each whole at once
      PartnerTree tree = new PartnerTree(site, one.partner());
      Path whole = Files.write(tree.outbox().resolveSibling(one.name()), sent(one, "S"));
      Files.move(whole, tree.outbox().resolve(one.name()));
    }
    for (Case one : cases) {
      PartnerTree tree = new PartnerTree(site, one.partner());
      await().atMost(PATIENCE).until(() -> !Files.exists(tree.outbox().resolve(one.name())));
      if (one.refused()) {
        assertRefused(one, tree.error(one.name()));
        Path kept = tree.rejected().resolve(one.name());
        assertThat(Files.exists(kept)).as(one.file()).isNotEqualTo(deleted.contains(one.answer()));
        Files.deleteIfExists(kept);
      } else {
        assertThat(outcomes(tree.receipt(one.name()))).as(one.file()).isEqualTo(one.answer());
        assertThat(tree.outbox().resolve(".done").resolve(one.name())).exists();
      }
    }
  }

  void byMail(List<Case> cases) throws MessagingException {
    int errors = mail.count(Mail.HAI_PHONG, "[KT1] ERROR");
    int receipts = mail.count(Mail.HAI_PHONG, "[KT1] RECEIPT");
    for (Case one : cases) {
      mail.send(letter(one));
    }
    List<Case> refused = cases.stream().filter(Case::refused).toList();
    List<Case> read = cases.stream().filter(one -> !one.refused()).toList();
    List<JsonNode> problems = answers("[KT1] ERROR", errors, refused.size());
    assertThat(problems)
        .extracting(CaseChannels::told)
        .containsExactlyInAnyOrderElementsOf(refused.stream().map(CaseChannels::told).toList());
    refused.forEach(one -> problems.forEach(problem -> assertNotRepeated(one, problem)));
    assertThat(answers("[KT1] RECEIPT", receipts, read.size()))
        .extracting(CaseChannels::outcomes)
        .containsExactlyInAnyOrderElementsOf(read.stream().map(Case::answer).toList());
  }

  private List<JsonNode> answers(String subject, int before, int many) {
    await().atMost(PATIENCE).until(() -> mail.count(Mail.HAI_PHONG, subject) >= before + many);
    return mail.box(Mail.HAI_PHONG, subject).stream().skip(before).map(Mail.Found::json).toList();
  }

  private static MimeMessage letter(Case one) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText("a text nobody reads", "UTF-8");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(sent(one, "M"), "application/octet-stream")));
    file.setFileName(one.name());
    MimeMessage letter = Mail.letter(Mail.HAI_PHONG);
    letter.setContent(new MimeMultipart(text, file));
    return letter;
  }

  /** What is read must be a hand-off of its own: many cases have one id. */
  private static byte[] sent(Case one, String channel) {
    String id = channel + "-" + Integer.toUnsignedString(one.file().hashCode());
    return one.refused() ? one.bytes() : Texts.replaced(one, "HUNT-(1|LO)", id);
  }

  private static String told(Case one) {
    return one.answer() + " " + one.pointer();
  }

  private static String told(JsonNode problem) {
    return problem.path("code").asText() + " " + problem.at("/errors/0/pointer").asText();
  }

  private static String outcomes(JsonNode receipt) {
    return StreamSupport.stream(receipt.path("shipments").spliterator(), false)
        .map(shipment -> shipment.path("decision").asText())
        .collect(Collectors.joining(" "));
  }

  private static void assertRefused(Case one, JsonNode problem) {
    assertThat(told(problem)).as(one.file()).isEqualTo(told(one));
    assertNotRepeated(one, problem);
  }

  private static void assertNotRepeated(Case one, JsonNode problem) {
    String said = problem.toString();
    assertThat(Texts.of(one))
        .filteredOn(text -> Forbidden.ourSpelling(text).filter(text::equals).isEmpty())
        .noneMatch(said::contains);
  }

  /** For each code the longest text that stands in no file that is read, nor in the settings. */
  static Traces words(List<Case> all, Path config) throws IOException {
    String settings = texts(config);
    Set<String> read =
        all.stream()
            .filter(one -> !one.refused())
            .flatMap(one -> Texts.of(one).stream())
            .collect(Collectors.toSet());
    Map<String, String> words = new TreeMap<>();
    for (Case one : all) {
      Texts.of(one).stream()
          .filter(text -> !read.contains(text) && !settings.contains(text))
          .forEach(text -> words.merge(one.answer(), text, CaseChannels::longer));
    }
    assertThat(words).containsKeys("content-not-allowed", "encoding", "malformed", "bad-value");
    return new Traces(words.values().toArray(String[]::new));
  }

  private static String longer(String one, String other) {
    return one.length() >= other.length() ? one : other;
  }

  private static String texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
