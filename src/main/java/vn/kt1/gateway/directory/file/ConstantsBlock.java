package vn.kt1.gateway.directory.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kt1.gateway.shipment.HandOffField;

/** {@code reading.constants}: what the partner never writes because it is always the same. */
final class ConstantsBlock {

  private static final List<HandOffField> ALLOWED =
      List.of(
          HandOffField.SENDER,
          HandOffField.URGENCY,
          HandOffField.PIECES,
          HandOffField.PERSONAL_ONLY,
          HandOffField.NETWORK);

  /** SECURITY: what only the person who sealed the envelope can answer. */
  private static final Set<HandOffField> A_PERSONS =
      Set.of(HandOffField.SECRECY, HandOffField.ENTERED_IN_REGISTER);

  private final YamlBlock block;
  private final Set<String> units;

  /**
   * @param units those of the partner; none when they could not be read
   */
  ConstantsBlock(YamlBlock block, Set<String> units) {
    this.block = block;
    this.units = units;
  }

  Map<HandOffField, String> read(Map<Scalar, Scalar> written) {
    Map<HandOffField, String> constants = new EnumMap<>(HandOffField.class);
    written.forEach(
        (column, value) -> {
          HandOffField field = NamesBlock.field(block, column);
          if (field != null && allowed(column, field) && fits(field, value)) {
            constants.put(field, value.text());
          }
        });
    return constants;
  }

  private boolean allowed(Scalar column, HandOffField field) {
    if (A_PERSONS.contains(field)) {
      block.fault(
          column,
          "is what a person answers for each envelope, never a constant",
          "names and words for what the partner writes, or nothing: then it is asked");
    } else if (!ALLOWED.contains(field)) {
      block.fault(
          column,
          "cannot be the same for all",
          "one of " + String.join(", ", ALLOWED.stream().map(HandOffField::column).toList()));
    }
    return ALLOWED.contains(field);
  }

  private boolean fits(HandOffField field, Scalar value) {
    return switch (field) {
      case SENDER ->
          fits(
              value,
              units.isEmpty() || units.contains(value.text()),
              "is none of its units",
              "one of units");
      case PIECES ->
          fits(
              value, value.text().matches("[1-9][0-9]{0,2}"), "is no number of pieces", "1 to 999");
      default -> WordsBlock.allowed(block, field, value);
    };
  }

  private boolean fits(Scalar value, boolean fits, String wrong, String write) {
    if (!fits) {
      block.fault(value, wrong, write);
    }
    return fits;
  }
}
