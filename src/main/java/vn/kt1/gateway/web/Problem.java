package vn.kt1.gateway.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/**
 * A problem body (RFC 9457) with every fault. It quotes nothing from the sender. For the same
 * reason {@code instance} is the correlation id and not the path.
 */
public record Problem(int status, String correlationId, List<Fault> faults) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(Rejected rejected, String correlationId) {
    return new Problem(status(rejected.code()), correlationId, rejected.faults());
  }

  public static Problem of(Code code, String correlationId) {
    return of(new Rejected(Fault.of(code, "")), correlationId);
  }

  /** An outside system is not available: the sender may repeat the same request later. */
  public static Problem unavailable(String correlationId) {
    return new Problem(503, correlationId, List.of(Fault.of(Code.INTERNAL, "", "unavailable")));
  }

  /** A correlation id for a message that came with none. */
  public static String newCorrelationId() {
    return UUID.randomUUID().toString();
  }

  /** The same id for the same message at every try. */
  public static String correlationIdOf(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public byte[] json(Locale locale) {
    return answer(locale).bytes();
  }

  public LongAnswer<Fault> answer(Locale locale) {
    Code code = code();
    return new LongAnswer<>(
        new AnswerFields()
            .with("type", "urn:kt1:problem:" + code.text())
            .with("title", Text.of("title." + code.text()).in(locale))
            .with("status", status)
            .with("detail", detail(locale))
            .with("instance", "urn:uuid:" + correlationId)
            .with("code", code.text())
            .with("correlationId", correlationId)
            .done(),
        "errors",
        faults,
        fault -> show(fault, locale));
  }

  private Code code() {
    return new Rejected(faults).code();
  }

  private String detail(Locale locale) {
    Fault gravest =
        faults.stream().filter(fault -> fault.code() == code()).findFirst().orElseThrow();
    return gravest.detail().in(locale);
  }

  private static Map<String, @Nullable Object> show(Fault fault, Locale locale) {
    AnswerFields shown = new AnswerFields().with("pointer", fault.pointer());
    if (fault.row() != null) {
      shown.with("row", fault.row());
    }
    return shown.with("code", fault.code().text()).with("detail", fault.detail().in(locale)).done();
  }

  private static int status(Code code) {
    return switch (code) {
      case MALFORMED, ENCODING, BAD_PARAMETER -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN, SECOND_PERSON -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case HAND_OFF_CONFLICT, ALREADY_ACCEPTED, NOT_HELD -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case RATE_LIMITED -> 429;
      case INTERNAL -> 500;
      default -> 422;
    };
  }
}
