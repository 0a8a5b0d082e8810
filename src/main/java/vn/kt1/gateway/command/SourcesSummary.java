package vn.kt1.gateway.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.kt1.gateway.command.TlsSummary.Said;
import vn.kt1.gateway.policy.LegalSource;
import vn.kt1.gateway.policy.Sources;
import vn.kt1.gateway.shipment.Text;

/** The legal texts the rules stand on that nobody has checked against the text itself. */
final class SourcesSummary {

  /** In a text: what each province says for itself. */
  private static final String OF_A_PROVINCE = "{province}";

  /** A note that only leads to another one. */
  private static final String SEE = "^(?:see|xem) P-\\d+(; )?";

  private SourcesSummary() {}

  /** Each text once, with the rules it carries and all that is not certain of it. */
  static List<Said> unverified() {
    Map<String, List<LegalSource>> byText =
        Sources.all().stream()
            .filter(source -> !source.verified())
            .collect(
                Collectors.groupingBy(LegalSource::text, LinkedHashMap::new, Collectors.toList()));
    List<Said> said = new ArrayList<>();
    byText.forEach((text, sources) -> said.add(said(text, sources)));
    return said;
  }

  private static Said said(String text, List<LegalSource> sources) {
    String key = text.equals(OF_A_PROVINCE) ? "check.source.province" : "check.source";
    return new Said(
        key,
        text,
        sources.stream().map(LegalSource::rule).distinct().collect(Collectors.joining(", ")),
        new Text(notes(sources, Text::vi), notes(sources, Text::en)));
  }

  private static String notes(List<LegalSource> sources, Function<Text, String> language) {
    return sources.stream()
        .map(source -> language.apply(source.note()).replaceFirst(SEE, ""))
        .filter(note -> !note.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
