package vn.kt1.gateway.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.mail.MailAnswers;
import vn.kt1.gateway.mail.RefusedMail;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;
import vn.kt1.testing.HandClock;

/** What stands in a mail, and what never does. */
class NoticesTest {

  private static final MailAnswers ANSWERS = new MailAnswers(new NoticeSettings(20, 3));

  /** Words by which somebody could tell a degree. */
  private static final List<String> DEGREE =
      List.of(
          "Mật",
          "mật",
          "secre",
          "SECRET",
          "CONFIDENTIAL",
          "KT1_",
          "service",
          "reason",
          "warning",
          "rule",
          "network",
          "PUBLIC_POST",
          "HAND\"",
          "CIPHER",
          "cost",
          "due",
          "quy định",
          "hạn");

  private static final Caller CALLER =
      new Caller("hp-eoffice", Caller.Role.PARTNER, Set.of("H24.16"), null);
  private static final byte[] PROBLEM = "{\"code\":\"bad-value\"}".getBytes(UTF_8);
  private static final HandClock CLOCK = new HandClock("2025-11-22T09:00:00+07:00");
  private static final Instant AT = Instant.parse("2025-11-22T02:00:00Z");

  private final Directory directory =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));

  @ParameterizedTest
  @EnumSource(Decision.Outcome.class)
  void a_mailed_receipt_has_exactly_the_fields_of_the_contract_and_no_degree(
      Decision.Outcome outcome) throws Exception {
    Notice notice = receipt(decision(outcome, "KT1_A_EXPRESS"));
    JsonNode json = json(notice);
    assertThat(names(json)).containsExactly("handOffId", "receivedAt", "shipments");
    assertThat(json.path("receivedAt").asText()).isEqualTo("2025-11-22T09:00:00+07:00");
    JsonNode line = json.path("shipments").path(0);
    assertThat(names(line)).containsExactly("envelopeId", "shipmentId", "decision", "nextStep");
    assertThat(line.path("decision").asText()).isEqualTo(outcome.name());
    assertThat(line.path("nextStep").asText()).isNotBlank();
    noDegree(notice);
  }

  /** Two envelopes that differ in their degree alone are told in the same words. */
  @ParameterizedTest
  @EnumSource(Decision.Outcome.class)
  void the_words_follow_the_decision_alone(Decision.Outcome outcome) {
    Notice secret = receipt(decision(outcome, "KT1_A_EXPRESS"));
    Notice ordinary = receipt(new Decision(outcome, null, null, List.of(), List.of(), null));
    assertThat(secret.text()).isEqualTo(ordinary.text());
    assertThat(content(secret)).isEqualTo(content(ordinary));
  }

  @Test
  void a_refusal_carries_the_problem_body_as_it_is() {
    Alert answer = ANSWERS.error(CALLER, true, refused("id-1", "bad-value"));
    Notice notice = answer.notices().get(0);
    assertThat(notice.occasion()).isEqualTo(answer.occasion()).endsWith(" bad-value id-1");
    assertThat(notice.subject()).isEqualTo("[KT1] ERROR id-1");
    assertThat(notice.attachments().get(0).name()).isEqualTo("error.json");
    assertThat(notice.attachments().get(0).content()).isEqualTo(PROBLEM);
    assertThat(notice.text()).contains("id-1");
    assertThat(notice.answers()).isEqualTo("<1@office.example>");
    noDegree(notice);
  }

  @Test
  void of_refusals_few_an_hour_are_mailed_and_the_last_says_so() {
    Alert answer = ANSWERS.error(CALLER, true, refused("id-1", "bad-value"));
    assertThat(answer.kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(answer.most()).isEqualTo(3);
    assertThat(answer.last()).contains("thư thứ 3", "mail number 3");
    assertThat(answer.source())
        .isNotEqualTo(ANSWERS.error(CALLER, true, refused("id-2", "too-many")).source());
  }

  @Test
  void a_machine_is_answered_never() {
    assertThat(ANSWERS.error(CALLER, false, refused("id-1", "bad-value")).most()).isZero();
  }

  /** Notices owed by an earlier version have no such field; what answers nothing still has none. */
  @Test
  void what_is_owed_is_read_as_it_was_written() {
    NoticeContent old = NoticeContent.read("{\"text\":\"x\",\"attachment\":null}".getBytes(UTF_8));
    assertThat(old.answers()).isNull();
    assertThat(old.attachments()).isEmpty();
    String one = "{'text':'x','attachment':{'name':'a','mediaType':'b','content':'eA=='}}";
    assertThat(NoticeContent.read(one.replace('\'', '"').getBytes(UTF_8)).attachments())
        .extracting(Notice.Attachment::name)
        .containsExactly("a");
    byte[] written = new NoticeContent("x", List.of(), "").write();
    assertThat(new String(written, UTF_8)).isEqualTo("{\"text\":\"x\",\"attachments\":[]}");
    assertThat(NoticeContent.read(new NoticeContent("x", List.of(), "<1@a>").write()).answers())
        .isEqualTo("<1@a>");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, RECEIPT, ACCEPTED SHIP-1",
    "FAILED, SLA, FAILED SHIP-1",
    "DELIVERED, DELIVERED, SHIP-1 1763776800",
    "RETURNED, SLA, RETURNED SHIP-1 1763776800",
  })
  void a_move_is_told_with_its_ids_and_no_degree(Told told, String kind, String occasion) {
    DeliveryNotices words = deliveryNotices(null, contract("unit@u.example", told));
    Notice notice = words.compose(move(told, "clerk:H24.16", false)).get(0);
    assertThat(notice.subject()).isEqualTo("[KT1] " + kind + " SHIP-1");
    assertThat(notice.occasion()).isEqualTo(occasion);
    assertThat(notice.recipient()).isEqualTo(Notice.Recipient.unit("H24.16"));
    assertThat(notice.text()).contains("HO-1", "ENV-1", "SHIP-1", "MK1VN", "09:00 22/11/2025");
    assertThat(notice.attachments()).isEmpty();
    noDegree(notice);
    assertThat(words.compose(move(told, "clerk:H24.16", true)).get(0).text())
        .contains(" 22/11/2025")
        .doesNotContain("09:00");
  }

  @Test
  void a_partner_is_told_of_deliveries_alone() {
    DeliveryNotices words = new DeliveryNotices(directory, CLOCK);
    assertThat(words.compose(move(Told.DELIVERED, "hp-eoffice", false)))
        .extracting(Notice::recipient)
        .containsExactly(Notice.Recipient.partner("hp-eoffice"));
    assertThat(words.compose(move(Told.RETURNED, "hp-eoffice", false))).isEmpty();
  }

  @Test
  void one_mailbox_is_told_once_and_two_are_both_told() {
    Partner.Mail mail = new Partner.Mail("p@p.example", true);
    assertThat(told(deliveryNotices(mail, contract("P@p.example", Told.DELIVERED))))
        .containsExactly(Notice.Recipient.partner("p"));
    assertThat(told(deliveryNotices(mail, contract(null, Told.DELIVERED))))
        .as("by the partner's mailbox, for want of its own")
        .containsExactly(Notice.Recipient.partner("p"));
    assertThat(told(deliveryNotices(mail, contract("unit@u.example", Told.DELIVERED))))
        .containsExactly(Notice.Recipient.partner("p"), Notice.Recipient.unit("H24.16"));
    Partner.Mail silent = new Partner.Mail("p@p.example", false);
    assertThat(told(deliveryNotices(silent, contract(null, Told.DELIVERED))))
        .containsExactly(Notice.Recipient.unit("H24.16"));
  }

  @Test
  void nobody_is_told_who_did_not_ask_or_cannot_be_reached() {
    assertThat(told(deliveryNotices(null, contract("u@u.example", Told.FAILED)))).isEmpty();
    Partner.Mail silent = new Partner.Mail("p@p.example", false);
    assertThat(told(deliveryNotices(silent, contract("u@u.example", Told.FAILED)))).isEmpty();
    assertThat(told(deliveryNotices(null, contract(null, Told.DELIVERED)))).isEmpty();
  }

  private static List<Notice.Recipient> told(DeliveryNotices words) {
    return words.compose(move(Told.DELIVERED, "p", false)).stream().map(Notice::recipient).toList();
  }

  private static Contract contract(@Nullable String mail, Told told) {
    LocalDate from = LocalDate.of(2025, 1, 1);
    return new Contract(
        "H24.16", from, null, Payer.UNKNOWN, null, null, mail, Set.of(told), "SYNTHETIC", false);
  }

  private static DeliveryNotices deliveryNotices(Partner.@Nullable Mail mail, Contract contract) {
    Partner partner = new Partner("p", "p", Set.of("H24.16"), false, false, mail);
    Terms terms = new Terms(List.of(contract), List.of());
    Directory known = new Directory(List.of(), List.of(), List.of(partner), List.of(), terms);
    return new DeliveryNotices(known, CLOCK);
  }

  private static Move move(Told told, String partner, boolean dayOnly) {
    return new Move(told, partner, "H24.16", "HO-1", "ENV-1", "SHIP-1", "MK1VN", AT, dayOnly);
  }

  private static RefusedMail refused(String correlationId, String code) {
    return new RefusedMail(correlationId, code, null, "<1@office.example>", List.of(), PROBLEM);
  }

  private static Notice receipt(Decision decision) {
    Receipt.Line line = new Receipt.Line("ENV-1", "SHIP-1", decision);
    return ANSWERS.receipt(
        CALLER, "occasion", "", new Receipt("HO-1", AT, "0", false, List.of(line)));
  }

  private static Decision decision(Decision.Outcome outcome, String service) {
    return new Decision(
        outcome,
        Network.KT1,
        new Kt1Service(service),
        List.of(new Reason("classified-goes-by-kt1", "x", Text.of("fault.internal"))),
        List.of(new Warning("urgency-unreadable", Text.of("fault.internal"))),
        null);
  }

  private static void noDegree(Notice notice) {
    assertThat(notice.subject() + notice.text() + content(notice)).doesNotContain(DEGREE);
    if (!notice.attachments().isEmpty()) {
      assertThat(notice.attachments().get(0).name()).matches("[a-z]+\\.json");
    }
  }

  private static String content(Notice notice) {
    return notice.attachments().isEmpty()
        ? ""
        : new String(notice.attachments().get(0).content(), UTF_8);
  }

  private static JsonNode json(Notice notice) throws Exception {
    return new ObjectMapper().readTree(notice.attachments().get(0).content());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
