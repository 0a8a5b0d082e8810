package vn.kt1.gateway.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Warning;

/** Writes reasons and warnings in the reader's language. */
public final class Sentences {

  private Sentences() {}

  public static List<Map<String, @Nullable Object>> reasons(List<Reason> reasons, Locale locale) {
    return reasons.stream()
        .map(
            reason ->
                new AnswerFields()
                    .with("rule", reason.rule())
                    .with("basis", reason.basis())
                    .with("detail", reason.detail().in(locale))
                    .done())
        .toList();
  }

  public static List<Map<String, @Nullable Object>> warnings(
      List<Warning> warnings, Locale locale) {
    return warnings.stream()
        .map(
            warning ->
                new AnswerFields()
                    .with("code", warning.code())
                    .with("detail", warning.detail().in(locale))
                    .done())
        .toList();
  }
}
