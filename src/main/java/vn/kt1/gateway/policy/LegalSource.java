package vn.kt1.gateway.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.shipment.Text;

/**
 * A legal source of a rule, and the days from and to which it holds (both inclusive; null: not
 * found, or still in force). {@code read}: where it was read. {@code verified}: whether that was
 * the text itself or a source that quotes it. {@code note}: what is uncertain. {@code sentences}:
 * the sentences of the rule that rest on it; empty: all.
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

  /** Placeholders in a text: the clause of the province's own document, and the province's name. */
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

  /**
   * Whether the sentence rests on this source. The sentence is empty where the rule gives no
   * reason.
   */
  public boolean bears(String sentence) {
    return sentences.isEmpty() || sentences.contains(sentence);
  }

  /** The province's file says whether the province's own document was read. */
  public boolean verifiedIn(Province province) {
    return text.equals(GUIDANCE) ? province.guidanceVerified() : verified;
  }

  /** Whether this source may be quoted to a clerk of that province on that day. */
  public boolean holdsIn(Province province, LocalDate day) {
    LocalDate since = province.guidanceFrom();
    boolean notYet = text.equals(GUIDANCE) && since != null && day.isBefore(since);
    return holdsOn(day) && !notYet;
  }

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
