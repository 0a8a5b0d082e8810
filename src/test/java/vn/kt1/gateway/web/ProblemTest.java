package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

class ProblemTest {

  private static final String ID = "6f1f0f0e-0000-4000-8000-000000000001";
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private static final Map<Code, Integer> STATUS =
      Map.ofEntries(
          Map.entry(Code.MALFORMED, 400),
          Map.entry(Code.ENCODING, 400),
          Map.entry(Code.BAD_PARAMETER, 400),
          Map.entry(Code.UNAUTHENTICATED, 401),
          Map.entry(Code.FORBIDDEN, 403),
          Map.entry(Code.SECOND_PERSON, 403),
          Map.entry(Code.NOT_FOUND, 404),
          Map.entry(Code.METHOD_NOT_ALLOWED, 405),
          Map.entry(Code.NOT_ACCEPTABLE, 406),
          Map.entry(Code.HAND_OFF_CONFLICT, 409),
          Map.entry(Code.ALREADY_ACCEPTED, 409),
          Map.entry(Code.NOT_HELD, 409),
          Map.entry(Code.TOO_LARGE, 413),
          Map.entry(Code.UNSUPPORTED_MEDIA_TYPE, 415),
          Map.entry(Code.RATE_LIMITED, 429),
          Map.entry(Code.INTERNAL, 500));

  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_has_its_status_and_a_sentence_in_both_languages(Code code) throws IOException {
    Problem problem = Problem.of(code, ID);
    assertThat(problem.status()).isEqualTo(STATUS.getOrDefault(code, 422));
    JsonNode vi = json(problem, VIETNAMESE);
    JsonNode en = json(problem, Locale.ENGLISH);
    for (String member : List.of("title", "detail")) {
      assertThat(vi.path(member).asText()).isNotBlank().doesNotContain("{");
      assertThat(en.path(member).asText()).isNotBlank().isNotEqualTo(vi.path(member).asText());
    }
    assertThat(vi.path("code").asText()).isEqualTo(code.text());
  }

  @Test
  void a_problem_has_the_members_of_rfc_9457_and_ours() throws IOException {
    Rejected rejected =
        new Rejected(
            List.of(
                Fault.of(Code.BAD_VALUE, "/envelopes/0/weightGrams", "whole", "1", "50000")
                    .atRow(3),
                Fault.of(Code.CONTENT_NOT_ALLOWED, "/trichYeu", "field"),
                Fault.of(Code.MISSING_FIELD, "/sender")));
    assertThat(json(Problem.of(rejected, ID), Locale.ENGLISH))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type": "urn:kt1:problem:content-not-allowed",
                     "title": "Content not allowed",
                     "status": 422,
                     "detail": "This field tells of the document inside the envelope. The message was refused and not kept. Remove the field, or leave it empty at the source.",
                     "instance": "urn:uuid:6f1f0f0e-0000-4000-8000-000000000001",
                     "code": "content-not-allowed",
                     "correlationId": "6f1f0f0e-0000-4000-8000-000000000001",
                     "errors": [
                       {"pointer": "/envelopes/0/weightGrams", "row": 3, "code": "bad-value",
                        "detail": "A whole number from 1 to 50000 is needed."},
                       {"pointer": "/trichYeu", "code": "content-not-allowed",
                        "detail": "This field tells of the document inside the envelope. The message was refused and not kept. Remove the field, or leave it empty at the source."},
                       {"pointer": "/sender", "code": "missing-field",
                        "detail": "This field is required. Add it."}]}
                    """));
  }

  @Test
  void the_gravest_fault_names_the_answer() {
    for (Code graver : Code.values()) {
      for (Code lesser : Code.values()) {
        if (graver.ordinal() < lesser.ordinal()) {
          Rejected both = new Rejected(List.of(Fault.of(lesser, "/a"), Fault.of(graver, "/b")));
          assertThat(Problem.of(both, ID).status()).isEqualTo(Problem.of(graver, ID).status());
        }
      }
    }
  }

  @Test
  void not_now_is_503() throws IOException {
    Problem problem = Problem.unavailable(ID);
    assertThat(problem.status()).isEqualTo(503);
    assertThat(json(problem, VIETNAMESE).path("code").asText()).isEqualTo("internal");
  }

  private static JsonNode json(Problem problem, Locale locale) throws IOException {
    return new ObjectMapper().readTree(problem.json(locale));
  }
}
