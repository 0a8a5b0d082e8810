package vn.kt1.gateway.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Ruling.Said;
import vn.kt1.gateway.shipment.Text;

/** A rule with its legal sources. */
record SourcedRule(
    Rule rule,
    String number,
    int version,
    String id,
    List<LegalSource> sources,
    Map<Quoted, String> known) {

  private static final int MOST_KNOWN = 1_000;

  /** What decides which sources are quoted; a policy has one directory of provinces. */
  private record Quoted(LocalDate day, String province, String sentence) {}

  static SourcedRule of(Rule rule) {
    String number = rule.number();
    List<LegalSource> sources = Sources.of(number);
    // SECURITY: on a day without a source the rule is not asked. Envelopes that it would have held
    // or refused then pass.
    if (sources.stream().allMatch(source -> source.to() != null)) {
      throw new IllegalStateException(
          "policy/sources.csv: no source of " + number + " is open to the future");
    }
    return new SourcedRule(
        rule, number, rule.version(), rule.id(), sources, new ConcurrentHashMap<>());
  }

  /** The rule is asked only on days on which one of its sources holds. */
  boolean holdsOn(LocalDate day) {
    return sources.stream().anyMatch(source -> source.holdsOn(day));
  }

  Reason reason(Verdict verdict, String sentence, Context context) {
    return new Reason(
        id,
        basis(context.on(), context.province(), sentence),
        Text.of("rule." + id + "." + sentence, verdict.arguments().toArray()));
  }

  /** Composed once for a day, because all envelopes of a day quote the same. */
  private String basis(LocalDate day, Province province, String sentence) {
    Quoted quoted = new Quoted(day, province.id(), sentence);
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(quoted, anew -> compose(day, province, sentence));
  }

  private String compose(LocalDate day, Province province, String sentence) {
    return sources.stream()
        .filter(source -> source.bears(sentence) && source.holdsIn(province, day))
        .map(source -> source.in(province))
        .collect(Collectors.joining("; "));
  }

  Said said(Verdict verdict) {
    String sentence = verdict.sentence() == null ? "" : verdict.sentence();
    return new Said(number, version, verdict.left(), verdict.outcome(), sentence);
  }
}
