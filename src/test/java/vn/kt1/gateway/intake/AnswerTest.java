package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.shipment.Secrecy;

/** An answer to a held shipment is read as strictly as a hand-off, and in the same words. */
class AnswerTest {

  private static final Set<String> UNITS = Set.of("H24.16");

  /** A partner that writes lists of recipients and words of its own. */
  private static final Conventions HOW =
      new Conventions(
          Conventions.ALL_LANGUAGES,
          Map.of("domat", HandOffField.SECRECY),
          "envelopes",
          Map.of(HandOffField.SECRECY, Map.of("3", Secrecy.TOP_SECRET.name())),
          null,
          null,
          List.of(),
          ZoneId.of("Asia/Ho_Chi_Minh"),
          Map.of(HandOffField.RECIPIENT_NAME, "Cơ quan luôn là"),
          new RecipientList(",", "|"));

  private final Normaliser normaliser =
      new Normaliser(
          new Directory(
              List.of(),
              List.of(),
              List.of(new Partner("p", "P", UNITS, true, false, null, null, HOW, List.of(), null))),
          IntakeSettings.usual(),
          Clock.fixed(Desk.NOW, ZoneOffset.UTC));

  @Test
  void everything_is_read_as_in_a_hand_off() {
    Resolution read =
        read(
            """
            {"secrecy": "TỐI  MẬT", "enteredInRegister": true, "network": "HAND",
             "recipient": {"code": "000.00.31.H24", "name": " Sở  Y tế ", "address": null},
             "reason": " Văn thư  xác nhận "}
            """);
    assertThat(read.reason()).isEqualTo("Văn thư xác nhận");
    assertThat(read.answer())
        .isEqualTo(
            new Answer(
                Secrecy.SECRET,
                true,
                new Recipient("H24.31", "Sở Y tế", null, null),
                Network.HAND));
    assertThat(read("{\"secrecy\": null, \"reason\": \"a\"}").answer().silent()).isTrue();
  }

  @Test
  void a_partners_own_words_and_lists_are_known_and_its_names_and_constants_are_not() {
    Answer answer =
        partner("{'secrecy': 3, 'recipient': {'code': '12|H24.31'}, 'reason': 'a'}").answer();
    assertThat(answer.secrecy()).isEqualTo(Secrecy.TOP_SECRET);
    assertThat(answer.recipient()).isEqualTo(new Recipient("H24.31", null, null, null));
    assertThat(code("{'recipient': {'code': '12|H24.31, 15|H24.02'}, 'reason': 'a'}"))
        .as("one shipment has one")
        .isEqualTo("bad-value");
    assertThat(code("{'recipient': {'code': 'V/v điều động|H24.31'}, 'reason': 'a'}"))
        .isEqualTo("content-not-allowed");
    assertThat(code("{'doMat': 'A', 'reason': 'a'}")).isEqualTo("unknown-field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'reason': 'a', 'soKyHieu': '12'}                       | content-not-allowed",
        "{'secrecy': 'NONE', 'reason': 'a', 'trichYeu': 'x'}     | content-not-allowed",
        "{'recipient': {'name': 'JVBERi0xLjQKJ', 'address': 'b'}, 'reason': 'a'} |"
            + " content-not-allowed",
        "{'reason': 'Kèm công văn 12/QĐ-UBND'}                   | content-not-allowed",
        "{'reason': 'a', 'x': {'y': ['JVBERi0xLjQ']}}            | content-not-allowed",
        "{'reason': 'a', 'envelopes': [{'trichYeu': 'x'}]}       | content-not-allowed",
        "{'reason': 'a', 'envelopes': [{'x': 'V/v họp'}], } x    | content-not-allowed",
        "{'reason': 'a', 'secrecy': 'V/v họp'}                   | content-not-allowed",
        "{'reason': 'Ã¡Ã¡'}                                     | encoding",
        "{'reason': 'Bì Tuyệt mật, đã vào sổ'}                   | bad-value",
        "{'reason': 'it is SECRET'}                            | bad-value",
        "{'reason': {}}                                          | bad-value",
        "{'reason': 'a', 'network': ''}                          | bad-value",
        "{'reason': 'a', 'enteredInRegister': ' '}               | bad-value",
        "{'reason': 'a', 'recipient': {'addressee': 'x'}}        | missing-field",
        "{'reason': 'a', 'trichYeu': '', 'urgency': 'EXPRESS'}   | unknown-field"
      })
  void what_it_cannot_be_is_refused(String body, String code) {
    assertThat(code(body)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                             | malformed       | ''",
        "{'reason': 'a', 'reason': 'b'}                | malformed       | ''",
        "{'reason': 'a'} x                             | malformed       | ''",
        "{}                                            | missing-field   | /reason",
        "{'secrecy': 'NONE'}                           | missing-field   | /reason",
        "{'secrecy': 'NONE', 'reason': ' '}            | missing-field   | /reason",
        "{'secrecy': 'NONE', 'reason': 'a\\nb'}        | bad-value       | /reason",
        "{'secrecy': 'NONE', 'reason': 7}              | bad-value       | /reason",
        "{'secrecy': '', 'reason': 'a'}                | bad-value       | /secrecy",
        "{'secrecy': 'UNSPECIFIED', 'reason': 'a'}     | bad-value       | /secrecy",
        "{'secrecy': 'perhaps', 'reason': 'a'}         | bad-value       | /secrecy",
        "{'enteredInRegister': 'x', 'reason': 'a'}     | bad-value       | /enteredInRegister",
        "{'recipient': {}, 'reason': 'a'}              | missing-field   | /recipient",
        "{'recipient': 'x', 'reason': 'a'}             | missing-field   | /recipient",
        "{'recipient': {'code': '?'}, 'reason': 'a'}   | bad-value       | /recipient/code",
        "{'recipient': {'name': '=1', 'address': 'b'}, 'reason': 'a'} | bad-value |"
            + " /recipient/name",
        "{'network': 'PIGEON', 'reason': 'a'}          | bad-value       | /network",
        "{'urgency': 'EXPRESS', 'reason': 'a'}         | unknown-field   | /~0",
        "{'envelopes': [{}], 'reason': 'a'}            | unknown-field   | /~0",
        "{'recipient': {'code': 'H24.31', 'tel': '1'}, 'reason': 'a'} | unknown-field |"
            + " /recipient/~1"
      })
  void what_cannot_be_read_is_told_with_its_place(String body, String code, String pointer) {
    assertThat(faults(body)).contains(code + " " + pointer);
  }

  @Test
  void every_fault_is_named() {
    assertThat(faults("{'secrecy': '', 'enteredInRegister': 3, 'network': 'x', 'tel': 1}"))
        .extracting(fault -> fault.substring(fault.indexOf(' ') + 1))
        .containsExactlyInAnyOrder("/~3", "/secrecy", "/enteredInRegister", "/network", "/reason");
  }

  @Test
  void a_text_longer_than_any_in_a_hand_off_is_content() {
    String longest = "a ".repeat(99) + "b";
    String body = "{'secrecy': 'NONE', 'reason': '%s'}";
    assertThat(partner(body.formatted(longest)).reason()).isEqualTo(longest);
    assertThat(code(body.formatted(longest + "cd"))).isEqualTo("content-not-allowed");
  }

  private List<String> faults(String body) {
    try {
      partner(body);
    } catch (Rejected no) {
      return no.faults().stream()
          .map(fault -> fault.code().text() + " " + fault.pointer())
          .toList();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void a_reason_may_speak_of_secrecy_and_of_the_register_without_naming_a_degree() {
    for (String reason :
        List.of(
            "Bổ sung độ mật",
            "Đã vào Sổ đăng ký bí mật nhà nước đi",
            "mất dấu, mặt bì rõ",
            "entered in the register of state secrets")) {
      assertThat(read("{\"network\": \"KT1\", \"reason\": \"" + reason + "\"}").reason())
          .isEqualTo(reason);
    }
  }

  /** Whatever is said for a reason, it is kept as one line, or nothing is kept. */
  @Property(tries = 500)
  void a_reason_is_one_short_line_or_a_fault(@ForAll @StringLength(max = 250) String reason) {
    try {
      Resolution read = read("{\"network\": \"HAND\", \"reason\": " + quoted(reason) + "}");
      assertThat(read.reason()).isNotBlank().hasSizeLessThanOrEqualTo(200);
      assertThat(read.reason().chars().noneMatch(Character::isISOControl)).isTrue();
    } catch (Rejected no) {
      assertThat(no.faults()).isNotEmpty();
    }
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  private Resolution read(String body) {
    return read(new Caller("clerk", Role.CLERK, UNITS, null), body);
  }

  private Resolution partner(String body) {
    return read(new Caller("p", Role.PARTNER, UNITS, null), body.replace('\'', '"'));
  }

  private Resolution read(Caller caller, String body) {
    return normaliser.answer(caller, body.getBytes(StandardCharsets.UTF_8));
  }

  private String code(String body) {
    try {
      partner(body);
    } catch (Rejected no) {
      return no.code().text();
    }
    throw new AssertionError("nothing was refused");
  }
}
