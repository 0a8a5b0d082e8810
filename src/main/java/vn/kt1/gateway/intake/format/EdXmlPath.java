package vn.kt1.gateway.intake.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The current position in a message: the open elements, and how many children each has had. */
final class EdXmlPath {

  private final List<String> names = new ArrayList<>();
  private final List<String> shown = Collections.unmodifiableList(names);
  private final List<Integer> children = new ArrayList<>(List.of(0));

  void open(String localName) {
    names.add(localName);
    children.add(0);
  }

  void close() {
    names.remove(names.size() - 1);
    children.remove(children.size() - 1);
    passBy();
  }

  /** A skipped element counts as one. */
  void passBy() {
    children.set(names.size(), children.get(names.size()) + 1);
  }

  List<String> names() {
    return shown;
  }

  /** The innermost open element; empty outside of the root. */
  String last() {
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  int depth() {
    return names.size();
  }

  /** The place as positions, because an element's name may come from the sender. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int depth = 0; depth < names.size(); depth++) {
      pointer.append("/~").append(children.get(depth));
    }
    return pointer.toString();
  }
}
