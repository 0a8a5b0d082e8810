package vn.kt1.gateway.intake.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/**
 * Where in the sender's own message stands what a fault names in the contract's words. What the
 * message does not hold keeps the contract's name.
 */
final class Places {

  /** Spelled out in a pointer; any other name is told by its position (CONTRACT, 3). */
  private static final Set<String> NAMES =
      Stream.concat(
              Stream.of("envelopes", "recipient"),
              Arrays.stream(HandOffField.values()).map(HandOffField::field))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> own = new HashMap<>();

  /** A step of a pointer. */
  static String step(String name, int position) {
    return "/" + (named(name) ? name : "~" + position);
  }

  /** Whether the contract has that name. */
  static boolean named(String name) {
    return NAMES.contains(name);
  }

  /** Where the contract has a field, from the object it is in or, for a recipient's, outside. */
  static String of(HandOffField field) {
    return (field.kind() == Kind.RECIPIENT ? "/recipient/" : "/") + field.field();
  }

  void put(String pointer, String ownPointer) {
    own.put(pointer, ownPointer);
  }

  void putAll(String pointer, Places inside) {
    inside.own.forEach((at, ownAt) -> put(pointer + at, ownAt));
  }

  Fault placed(Fault fault) {
    return fault.at(pointer(fault.pointer()));
  }

  /** By the longest start that is known. */
  private String pointer(String written) {
    for (int end = written.length(); end > 0; end = written.lastIndexOf('/', end - 1)) {
      String known = own.get(written.substring(0, end));
      if (known != null) {
        return known + written.substring(end);
      }
    }
    return written;
  }
}
