package vn.kt1.gateway.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Warning;

/**
 * What one rule says: the networks it leaves, in the order of preference; the gravest outcome it
 * demands; and the key of the sentence that tells the clerk why: {@code rule.<id>.<sentence>}.
 */
public record Verdict(
    List<Network> left,
    Outcome outcome,
    @Nullable String sentence,
    List<String> arguments,
    @Nullable Warning warning) {

  private static final List<Network> ALL = List.of(Network.values());
  private static final Verdict SILENT = leaves(ALL);

  public static Verdict silent() {
    return SILENT;
  }

  public static Verdict leaves(List<Network> networks) {
    return new Verdict(networks, Outcome.ROUTED, null, List.of(), null);
  }

  public static Verdict leaves(List<Network> networks, String sentence) {
    return new Verdict(networks, Outcome.ROUTED, sentence, List.of(), null);
  }

  /** Takes no network away; only tells the sender of a duty. */
  public static Verdict tells(String sentence) {
    return leaves(ALL, sentence);
  }

  public static Verdict holds(String sentence, String... arguments) {
    return new Verdict(ALL, Outcome.HELD, sentence, List.of(arguments), null);
  }

  public static Verdict refuses(String sentence) {
    return new Verdict(ALL, Outcome.REFUSED, sentence, List.of(), null);
  }

  public static Verdict warns(Warning warning) {
    return new Verdict(ALL, Outcome.ROUTED, null, List.of(), warning);
  }
}
