package vn.kt1.gateway.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.kt1.gateway.policy.LegalSource;
import vn.kt1.gateway.policy.Sources;
import vn.kt1.gateway.shipment.Text;

/** The legal sources of rules that nobody has compared with the text of the law. */
final class SourcesSummary {

  /** Stands in a source for a text that each province has of its own. */
  private static final String OF_A_PROVINCE = "{province}";

  /** The beginning of a note that only refers to another one. */
  private static final String SEE = "^(?:see|xem) P-\\d+(; )?";

  private SourcesSummary() {}

  /** Each text once, with its rules and everything that is uncertain about it. */
  static void say(SummaryLines lines) {
    Sources.all().stream()
        .filter(source -> !source.verified())
        .collect(Collectors.groupingBy(LegalSource::text, LinkedHashMap::new, Collectors.toList()))
        .forEach((text, sources) -> say(text, sources, lines));
    lines.leave(true, "check.source.texts");
    lines.list("check.sources", "check.sources");
  }

  private static void say(String text, List<LegalSource> sources, SummaryLines lines) {
    String rules =
        sources.stream().map(LegalSource::rule).distinct().collect(Collectors.joining(", "));
    Text notes = new Text(notes(sources, Text::vi), notes(sources, Text::en));
    boolean province = text.equals(OF_A_PROVINCE);
    lines.leave(true, province ? "check.source.province" : "check.source", text, rules, notes);
  }

  private static String notes(List<LegalSource> sources, Function<Text, String> language) {
    return sources.stream()
        .map(source -> language.apply(source.note()).replaceFirst(SEE, ""))
        .filter(note -> !note.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
