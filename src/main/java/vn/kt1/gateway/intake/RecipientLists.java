package vn.kt1.gateway.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.shipment.HandOffField;

/** Makes one envelope for each recipient where a partner writes several in one place. */
final class RecipientLists {

  private RecipientLists() {}

  /** Each recipient as written. */
  static List<String> parts(Given envelope, Conventions how) {
    RecipientList list = how.recipients();
    String written = list == null ? "" : envelope.written(HandOffField.RECIPIENT_CODE);
    if (list == null || Shape.tooLongToRead(written)) {
      return List.of();
    }
    return Arrays.stream(written.split(Pattern.quote(list.separator())))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /**
   * Whether this cannot be a list: an entry has no code, or several recipients share one name or
   * address.
   */
  static boolean unclear(Given envelope, Conventions how) {
    RecipientList list = how.recipients();
    List<String> parts = parts(envelope, how);
    return list != null
        && (parts.stream().anyMatch(one -> code(one, list.codeAfter()).isEmpty())
            || parts.size() > 1 && addressed(envelope));
  }

  /** A blank field counts as absent. */
  private static boolean addressed(Given envelope) {
    return Stream.of(
            HandOffField.RECIPIENT_NAME, HandOffField.RECIPIENT_ADDRESS, HandOffField.ADDRESSEE)
        .anyMatch(field -> !envelope.written(field).isBlank());
  }

  /** One envelope for each recipient. An unclear list stays as it is. */
  static List<Given> single(Given envelope, Conventions how) {
    RecipientList list = how.recipients();
    List<String> parts = parts(envelope, how);
    if (list == null || parts.isEmpty() || unclear(envelope, how)) {
      return List.of(envelope);
    }
    return each(envelope, parts.stream().map(one -> code(one, list.codeAfter())).toList());
  }

  private static String code(String one, String after) {
    int sign = after.isEmpty() ? -1 : one.indexOf(after);
    return sign < 0 ? one : one.substring(sign + after.length()).strip();
  }

  private static List<Given> each(Given envelope, List<String> codes) {
    List<Given> envelopes = new ArrayList<>();
    for (String code : codes) {
      Given one = envelope.copy();
      one.replace(HandOffField.RECIPIENT_CODE, code);
      if (codes.size() > 1 && one.value(HandOffField.ENVELOPE_ID) instanceof String id) {
        one.replace(HandOffField.ENVELOPE_ID, id.strip() + "-" + (envelopes.size() + 1));
      }
      envelopes.add(one);
    }
    return envelopes;
  }
}
