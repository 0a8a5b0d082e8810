package vn.kt1.gateway.door;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of an answer, field by field in the order of the contract; null stays null. */
public final class Fields {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  public Fields with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  public Map<String, @Nullable Object> done() {
    return values;
  }
}
