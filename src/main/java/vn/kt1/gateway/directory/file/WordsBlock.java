package vn.kt1.gateway.directory.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.text.Folded;

/** {@code reading.words}: what the partner writes for a value, and the contract's word for it. */
final class WordsBlock {

  private static final Set<String> UNSAID =
      Set.of("NA NULL NIL TRONG BLANK EMPTY UNKNOWN CHUARO CHUAXACDINH KHONGRO KHONGCO".split(" "));

  private static final List<String> YES_NO = List.of("true", "false");
  private static final Map<String, String> KNOWN_YES_NO =
      Map.of(
          "TRUE", "true",
          "YES", "true",
          "CO", "true",
          "FALSE", "false",
          "NO", "false",
          "KHONG", "false",
          "CHUA", "false");

  /** The values of the contract for each field that may have words. No word means UNKNOWN. */
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
  Map<HandOffField, Map<String, String>> read(Map<Scalar, Map<Scalar, Scalar>> written) {
    block.only(written.keySet(), FIELDS);
    Map<HandOffField, Map<String, String>> words = new EnumMap<>(HandOffField.class);
    written.forEach(
        (column, ofField) ->
            HandOffField.ofColumn(column.text())
                .filter(VALUES::containsKey)
                .ifPresent(field -> words.put(field, words(field, ofField))));
    return words;
  }

  private Map<String, String> words(HandOffField field, Map<Scalar, Scalar> written) {
    Map<String, String> words = new HashMap<>();
    written.forEach(
        (word, value) -> {
          if (allowed(block, field, value) && sound(field, word, value.text())) {
            String first = words.putIfAbsent(Folded.word(word.text()), value.text());
            if (first != null && !first.equals(value.text())) {
              block.fault(
                  word,
                  "means " + first + " already",
                  "one value for a word; case, marks and blanks make no other word");
            }
          }
        });
    return words;
  }

  static boolean allowed(YamlBlock block, HandOffField field, Scalar value) {
    List<String> values = VALUES.getOrDefault(field, List.of());
    return block.isOneOf(values, value, "is no value of " + field.column());
  }

  private boolean sound(HandOffField field, Scalar word, String value) {
    String known = known(field, word.text()).orElse(value);
    if (blank(field, word.text())) {
      String wrong = "a blank has no meaning: a blank secrecy stays unspecified";
      block.fault(word.line(), wrong, "a word, or remove the line");
      return false;
    }
    if (!known.equals(value)) {
      String write = word.text() + ": " + known + ", or remove the line";
      block.fault(word, "always means " + known, write);
      return false;
    }
    return field != HandOffField.SECRECY || notWeaker(word, Secrecy.valueOf(value));
  }

  /**
   * SECURITY: no degree is read from what registers write where nobody has said one, nor from a
   * word that has lost letters.
   */
  private static boolean blank(HandOffField field, String word) {
    String name = Folded.name(word);
    return Folded.word(word).isEmpty()
        || field == HandOffField.SECRECY
            && (name.isEmpty() || word.contains("?") || UNSAID.contains(name));
  }

  /** SECURITY: a profile cannot map a word to a lower degree than the word says. */
  private boolean notWeaker(Scalar word, Secrecy value) {
    Secrecy said = spellings.gravestIn(word.text());
    if (value.compareTo(said) < 0) {
      block.fault(
          word,
          "says " + said + ", which no profile can make " + value,
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
      default -> Optional.ofNullable(KNOWN_YES_NO.get(folded));
    };
  }
}
