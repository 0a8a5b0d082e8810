package vn.kt1.gateway.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.shipment.Text;

/**
 * A legal source of a rule, as far as it is known from when to when it holds (both inclusive; null:
 * not found, or still in force). {@code read} says where it was read, {@code verified} whether that
 * was the text itself or a source that quotes it; {@code note} what is not certain of it; {@code
 * sentences}: those of the rule that rest on it; empty: all of them.
 */
public record LegalSource(
    String rule,
    List<String> sentences,
    String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String read,
    boolean verified,
    Text note) {

  /** In a text: the clause of the province's own document, and the province's name. */
  private static final String GUIDANCE = "{guidance}";

  private static final String PROVINCE = "{province}";

  /** The text as it is quoted to a clerk of that province. */
  public String in(Province province) {
    return switch (text) {
      case GUIDANCE -> province.guidance();
      case PROVINCE -> province.name();
      default -> text;
    };
  }

  /** Whether the sentence rests on it. The sentence is empty where the rule gives no reason. */
  public boolean bears(String sentence) {
    return sentences.isEmpty() || sentences.contains(sentence);
  }

  /** For the province's own document, the province's file says whether it was read. */
  public boolean verifiedIn(Province province) {
    return text.equals(GUIDANCE) ? province.guidanceVerified() : verified;
  }

  /** Whether that province's clerk may be told of it on that day. */
  public boolean holdsIn(Province province, LocalDate day) {
    LocalDate since = province.guidanceFrom();
    boolean notYet = text.equals(GUIDANCE) && since != null && day.isBefore(since);
    return holdsOn(day) && !notYet;
  }

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
