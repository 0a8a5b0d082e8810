package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.policy.LegalSource;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Sources;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Ruling;
import vn.kt1.gateway.shipment.Ruling.Said;
import vn.kt1.gateway.shipment.Text;

/**
 * What every rule said of an envelope, its legal sources, and whether a person has checked those.
 */
record RulingText(LocalDate on, Province province, Locale locale) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int SHORT = 12;
  private static final Map<String, Rule> RULES =
      Rules.all().stream().collect(Collectors.toMap(Rule::number, Function.identity()));

  String of(Ruling ruling) {
    String head =
        say(
            "explain.ruling",
            ruling.policyVersion().substring(0, SHORT),
            ruling.directoryVersion().substring(0, SHORT));
    String spoken =
        ruling.verdicts().stream()
            .filter(said -> !silent(said))
            .sorted(Comparator.comparingInt(said -> -said.outcome().ordinal()))
            .map(this::spoken)
            .collect(Collectors.joining());
    return "     " + head + "\n" + spoken + silent(ruling.verdicts());
  }

  private String silent(List<Said> verdicts) {
    String rules =
        verdicts.stream()
            .filter(RulingText::silent)
            .map(Said::rule)
            .collect(Collectors.joining(", "));
    return rules.isEmpty() ? "" : "       " + say("explain.silent", rules) + "\n";
  }

  /**
   * True for a rule that changes neither the outcome nor the networks. Warnings are shown
   * elsewhere.
   */
  private static boolean silent(Said said) {
    return said.sentence().isEmpty()
        && said.outcome() == Outcome.ROUTED
        && said.left().size() == Network.values().length;
  }

  private String spoken(Said said) {
    Rule rule = RULES.get(said.rule());
    return "       %s %s (%s): %s%n         %s%n"
        .formatted(
            said.rule(),
            rule == null ? "" : rule.id(),
            say("explain.version", "" + said.version()),
            verdict(said),
            say("explain.sources", sources(said)));
  }

  private String verdict(Said said) {
    if (said.outcome() != Outcome.ROUTED) {
      return say("explain.verdict." + said.outcome());
    }
    return said.left().size() == Network.values().length
        ? say("explain.verdict.duty")
        : say("explain.verdict.left", names(said.left()));
  }

  private static String names(List<Network> networks) {
    return networks.stream().map(Network::name).collect(Collectors.joining(", "));
  }

  private String sources(Said said) {
    return Sources.of(said.rule()).stream()
        .filter(source -> source.bears(said.sentence()) && source.holdsIn(province, on))
        .map(this::source)
        .collect(Collectors.joining("; "));
  }

  private String source(LegalSource source) {
    String term =
        source.from() == null && source.to() == null
            ? ""
            : say("explain.term", day(source.from()), day(source.to()));
    return source.in(province)
        + term
        + (source.verifiedIn(province) ? "" : say("explain.unverified"));
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "…" : DAY.format(day);
  }

  private String say(String key, Object... arguments) {
    return Text.of(key, arguments).in(locale);
  }
}
