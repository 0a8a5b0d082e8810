package vn.kt1.gateway.dispatch;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The kinds of what leaves. */
@Component
class Kinds {

  private final Map<String, Kind> all = Kind.all();

  Set<String> names() {
    return all.keySet();
  }

  Kind named(String name) {
    Kind kind = all.get(name);
    if (kind == null) {
      throw new IllegalStateException("no line carries the kind " + name);
    }
    return kind;
  }

  /** The names of those that a line carries. */
  String[] of(String line) {
    return all.values().stream()
        .filter(kind -> kind.line().equals(line))
        .map(Kind::name)
        .toArray(String[]::new);
  }
}
