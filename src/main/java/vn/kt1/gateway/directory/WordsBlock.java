package vn.kt1.gateway.directory;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kt1.gateway.directory.YamlBlock.Scalar;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.text.Folded;

/** {@code reading.words}: what the partner writes for a value, and the contract's word for it. */
final class WordsBlock {

  private static final Set<String> UNSAID =
      Set.of(
          "NA",
          "NULL",
          "NIL",
          "TRONG",
          "BLANK",
          "EMPTY",
          "UNKNOWN",
          "CHUARO",
          "CHUAXACDINH",
          "KHONGRO",
          "KHONGCO");

  private static final List<String> YES_NO = List.of("true", "false");
  private static final Set<String> YES = Set.of("TRUE", "YES", "CO");
  private static final Set<String> NO = Set.of("FALSE", "NO", "KHONG", "CHUA");

  /** Of what has words: the values of the contract. Nobody can write that something is unknown. */
  static final Map<HandOffField, List<String>> VALUES =
      Map.of(
          HandOffField.SECRECY, List.of("NONE", "CONFIDENTIAL", "SECRET", "TOP_SECRET"),
          HandOffField.URGENCY,
              Arrays.stream(Urgency.values())
                  .filter(u -> u != Urgency.UNKNOWN)
                  .map(Enum::name)
                  .toList(),
          HandOffField.NETWORK, Arrays.stream(Network.values()).map(Enum::name).toList(),
          HandOffField.ENTERED_IN_REGISTER, YES_NO,
          HandOffField.PERSONAL_ONLY, YES_NO);

  private static final List<String> FIELDS =
      VALUES.keySet().stream().map(HandOffField::column).sorted().toList();

  private final YamlBlock block;
  private final Spellings spellings = new Spellings();

  WordsBlock(YamlBlock block) {
    this.block = block;
  }

  /** By field and folded word. */
  Map<HandOffField, Map<String, String>> read() {
    block.onlyKeys(FIELDS);
    Map<HandOffField, Map<String, String>> words = new EnumMap<>(HandOffField.class);
    for (HandOffField field : EnumSet.copyOf(VALUES.keySet())) {
      YamlBlock written = block.block(field.column());
      if (written != null) {
        words.put(field, words(field, written));
      }
    }
    return words;
  }

  private Map<String, String> words(HandOffField field, YamlBlock written) {
    Map<String, String> words = new HashMap<>();
    for (Scalar word : written.keys()) {
      Scalar value = written.text(word.text());
      if (value != null && allowed(written, field, value) && sound(written, field, word, value)) {
        String first = words.putIfAbsent(Folded.word(word.text()), value.text());
        if (first != null && !first.equals(value.text())) {
          written.fault(
              word.line(),
              word.text() + " means " + first + " already",
              "one value for a word; case, marks and blanks make no other word");
        }
      }
    }
    return words;
  }

  static boolean allowed(YamlBlock block, HandOffField field, Scalar value) {
    List<String> values = VALUES.getOrDefault(field, List.of());
    if (!values.contains(value.text())) {
      block.fault(
          value.line(),
          value.text() + " is no value of " + field.column(),
          DidYouMean.of(value.text(), values));
    }
    return values.contains(value.text());
  }

  private boolean sound(YamlBlock written, HandOffField field, Scalar word, Scalar value) {
    if (blank(field, word.text())) {
      written.fault(
          word.line(),
          "a blank has no meaning: a blank secrecy stays unspecified",
          "a word, or remove the line");
      return false;
    }
    Optional<String> known = known(field, word.text());
    if (known.isPresent() && !known.get().equals(value.text())) {
      written.fault(
          word.line(),
          word.text() + " always means " + known.get(),
          word.text() + ": " + known.get() + ", or remove the line");
      return false;
    }
    return field != HandOffField.SECRECY || notWeaker(written, word, Secrecy.valueOf(value.text()));
  }

  /**
   * SECURITY: what registers write for "nobody has said", or what lost its letters, is no degree.
   */
  private static boolean blank(HandOffField field, String word) {
    String name = Folded.name(word);
    return Folded.word(word).isEmpty()
        || field == HandOffField.SECRECY
            && (name.isEmpty() || word.contains("?") || UNSAID.contains(name));
  }

  /** SECURITY: no profile can make less of a degree than its word says. */
  private boolean notWeaker(YamlBlock written, Scalar word, Secrecy value) {
    Secrecy said = spellings.gravestIn(word.text());
    if (value.compareTo(said) < 0) {
      written.fault(
          word.line(),
          word.text() + " says " + said + ", which no profile can make " + value,
          word.text() + ": " + said + ", or another word at the source");
    }
    return value.compareTo(said) >= 0;
  }

  /** What the word means by itself, without any profile. */
  private Optional<String> known(HandOffField field, String word) {
    String folded = Folded.word(word);
    return switch (field) {
      case SECRECY -> spellings.secrecy(word).map(Enum::name);
      case URGENCY -> spellings.urgency(word).map(Enum::name);
      case NETWORK -> VALUES.get(field).stream().filter(folded::equals).findFirst();
      default ->
          YES.contains(folded)
              ? Optional.of("true")
              : NO.contains(folded) ? Optional.of("false") : Optional.empty();
    };
  }
}
