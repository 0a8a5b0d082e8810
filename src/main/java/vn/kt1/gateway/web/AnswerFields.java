package vn.kt1.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of an answer, field by field in the order of the contract; null stays null. */
public final class AnswerFields {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  public AnswerFields with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  public Map<String, @Nullable Object> done() {
    return values;
  }
}
