package vn.kt1.gateway.directory.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.DidYouMean;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.text.Folded;

/** {@code reading.names}: the partner's column names and paths, and the columns they stand for. */
final class NamesBlock {

  private static final List<String> URGENCY =
      List.of("KHAN", "URGEN", "PRIORITY", "PRIVATELEVEL", "HOATOC");

  static final List<String> COLUMNS =
      Arrays.stream(HandOffField.values()).map(HandOffField::column).toList();

  private final YamlBlock block;
  private final Map<String, HandOffField> names = new HashMap<>();

  NamesBlock(YamlBlock block) {
    this.block = block;
  }

  /** By the folded name. */
  Map<String, HandOffField> read(Map<Scalar, Scalar> written) {
    written.forEach(
        (name, column) -> {
          HandOffField field = field(block, column);
          boolean row = field == HandOffField.ENVELOPE_ID && Forbidden.isRowNumber(name.text());
          if ((row || allowed(name)) && field != null) {
            add(name, field);
          }
        });
    return names;
  }

  /** The field of a column of the contract; null, and a fault, when there is none. */
  static @Nullable HandOffField field(YamlBlock block, Scalar column) {
    Optional<HandOffField> field = HandOffField.ofColumn(column.text());
    if (field.isEmpty()) {
      String write = DidYouMean.of(column.text(), COLUMNS);
      block.fault(column, "is no column of the contract", write);
    }
    return field.orElse(null);
  }

  private void add(Scalar name, HandOffField field) {
    HandOffField own = ofTheContract(Folded.name(name.text()));
    HandOffField first = names.putIfAbsent(Conventions.folded(name.text()), field);
    if (own != null && own != field) {
      block.fault(
          name,
          "is the contract's own name of " + own.column(),
          own.column() + ", or rename it at the source");
    } else if (field == HandOffField.SECRECY && namesUrgency(name.text())) {
      // SECURITY: "Thường" is no urgency and no secrecy alike; read from here it would open an
      // envelope.
      block.fault(
          name,
          "is a name of urgency: its words would be read as degrees",
          "urgency, or the name under which the secrecy stands");
    } else if (first != null && first != field) {
      block.fault(
          name,
          "stands for " + first.column() + " already",
          "one column for a name; case, marks, blanks and signs make no other name");
    }
  }

  /** As e-offices name urgency, and the one name under which one of them copies it (FORMATS, 5). */
  private static boolean namesUrgency(String name) {
    String folded = Folded.name(name.substring(name.lastIndexOf('.') + 1));
    return URGENCY.stream().anyMatch(folded::contains);
  }

  /** By its column, or by its path in JSON. */
  private static @Nullable HandOffField ofTheContract(String folded) {
    return Arrays.stream(HandOffField.values())
        .filter(
            field ->
                Stream.of(field.column(), path(field)).map(Folded::name).anyMatch(folded::equals))
        .findFirst()
        .orElse(null);
  }

  private static String path(HandOffField field) {
    return (field.kind() == Kind.RECIPIENT ? "recipient." : "") + field.field();
  }

  private boolean allowed(Scalar name) {
    if (Folded.name(name.text()).isEmpty() || name.text().length() > Forbidden.LONGEST_NAME) {
      block.fault(
          name.line(),
          "a name without letters, or beyond " + Forbidden.LONGEST_NAME,
          "the name as the partner writes it");
      return false;
    }
    return letsNothingIn(block, name);
  }

  /** SECURITY: neither a name nor a step of a path may be one for what is inside an envelope. */
  static boolean letsNothingIn(YamlBlock block, Scalar path) {
    Optional<String> forbidden = Forbidden.inPath(path.text());
    forbidden.ifPresent(
        spelling ->
            block.fault(
                path,
                "is a name for content (" + spelling + "): no profile can let content in",
                "nothing: remove the line, and let the source leave the field out or empty"));
    return forbidden.isEmpty();
  }
}
