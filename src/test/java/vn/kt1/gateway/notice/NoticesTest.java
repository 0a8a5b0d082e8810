package vn.kt1.gateway.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.mail.MailAnswers;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;

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
  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  private final Directory directory =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));

  @ParameterizedTest
  @EnumSource(Decision.Outcome.class)
  void a_mailed_receipt_has_exactly_the_fields_of_the_contract_and_no_degree(
      Decision.Outcome outcome) throws Exception {
    Notice notice = receipt(decision(outcome, "KT1_A_EXPRESS"));
    JsonNode json = json(notice);
    assertThat(names(json)).containsExactly("handOffId", "receivedAt", "shipments");
    assertThat(json.path("receivedAt").asText()).isEqualTo("2026-11-22T09:00:00+07:00");
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
    byte[] problem = "{\"code\":\"bad-value\"}".getBytes(UTF_8);
    Alert answer = ANSWERS.error(CALLER, "id-1", true, "bad-value", problem);
    Notice notice = answer.notices().get(0);
    assertThat(notice.occasion()).isEqualTo(answer.occasion()).endsWith(" bad-value id-1");
    assertThat(notice.subject()).isEqualTo("[KT1] ERROR id-1");
    assertThat(notice.attachment().name()).isEqualTo("error.json");
    assertThat(notice.attachment().content()).isEqualTo(problem);
    assertThat(notice.text()).contains("id-1");
    noDegree(notice);
  }

  @Test
  void of_refusals_few_an_hour_are_mailed_and_the_last_says_so() {
    Alert answer = ANSWERS.error(CALLER, "id-1", true, "bad-value", new byte[0]);
    assertThat(answer.kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(answer.most()).isEqualTo(3);
    assertThat(answer.last()).contains("thư thứ 3", "mail number 3");
    assertThat(answer.source())
        .isNotEqualTo(ANSWERS.error(CALLER, "id-2", true, "too-many", new byte[0]).source());
  }

  @Test
  void a_machine_is_answered_never() {
    assertThat(ANSWERS.error(CALLER, "id-1", false, "bad-value", new byte[0]).most()).isZero();
  }

  @Test
  void a_delivery_is_told_with_its_ids_and_no_degree() {
    Notice notice = new DeliveryNotices(directory).compose(delivered("hp-eoffice"));
    assertThat(notice.subject()).isEqualTo("[KT1] DELIVERED SHIP-1");
    assertThat(notice.occasion()).matches("SHIP-1 [0-9]+");
    assertThat(notice.text()).contains("HO-1", "ENV-1", "SHIP-1", "MK1VN", "09:00 22/11/2026");
    assertThat(notice.attachment()).isNull();
    noDegree(notice);
  }

  @Test
  void nobody_is_told_who_did_not_ask() {
    assertThat(new DeliveryNotices(directory).compose(delivered("clerk:H24.61"))).isNull();
    assertThat(deliveryNotices(null).compose(delivered("p"))).isNull();
    Partner.Mail silent = new Partner.Mail("p@p.example", false);
    assertThat(deliveryNotices(silent).compose(delivered("p"))).isNull();
  }

  private static DeliveryNotices deliveryNotices(Partner.@Nullable Mail mail) {
    Partner partner = new Partner("p", "p", Set.of(), false, false, mail);
    return new DeliveryNotices(new Directory(List.of(), List.of(), List.of(partner)));
  }

  private static Delivered delivered(String partner) {
    return new Delivered(partner, "HO-1", "ENV-1", "SHIP-1", "MK1VN", AT);
  }

  private static Notice receipt(Decision decision) {
    Receipt.Line line = new Receipt.Line("ENV-1", "SHIP-1", decision);
    return ANSWERS.receipt(CALLER, "occasion", new Receipt("HO-1", AT, "0", false, List.of(line)));
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
    if (notice.attachment() != null) {
      assertThat(notice.attachment().name()).matches("[a-z]+\\.json");
    }
  }

  private static String content(Notice notice) {
    return notice.attachment() == null ? "" : new String(notice.attachment().content(), UTF_8);
  }

  private static JsonNode json(Notice notice) throws Exception {
    return new ObjectMapper().readTree(notice.attachment().content());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
