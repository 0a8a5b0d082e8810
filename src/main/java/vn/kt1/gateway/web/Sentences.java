package vn.kt1.gateway.web;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Warning;

/** Writes reasons and warnings in the reader's language. */
public final class Sentences {

  private static final int MOST_REMEMBERED = 1_000;

  /** The JSON of reasons: nearly all answers give the same few. */
  private static final Map<Told, RawValue> KNOWN = new ConcurrentHashMap<>();

  private record Told(Reason reason, String language) {

    RawValue json() {
      byte[] json =
          JsonText.of(
              new AnswerFields()
                  .with("rule", reason.rule())
                  .with("basis", reason.basis())
                  .with("detail", reason.detail().in(Locale.forLanguageTag(language)))
                  .done());
      return new RawValue(new SerializedString(new String(json, StandardCharsets.UTF_8)));
    }
  }

  private Sentences() {}

  public static List<RawValue> reasons(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> json(new Told(reason, locale.getLanguage()))).toList();
  }

  private static RawValue json(Told told) {
    RawValue remembered = KNOWN.get(told);
    if (remembered != null) {
      return remembered;
    }
    RawValue fresh = told.json();
    if (KNOWN.size() >= MOST_REMEMBERED) {
      KNOWN.clear();
    }
    KNOWN.put(told, fresh);
    return fresh;
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
