package vn.kt1.gateway.held;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Finds what follows from an answer to a held shipment. It writes nothing, so that tests can try
 * every sequence of answers.
 */
final class Deliberation {

  /** The networks that one person may choose alone. */
  private static final List<Network> ALONE = List.of(Network.KT1, Network.HAND);

  /** An answer takes effect, or waits for a second person. */
  sealed interface Finding {}

  /** {@code proposed} is the proposal that a second person has confirmed. */
  record Applied(Answer answer, Held held, Decision decision, @Nullable Proposal proposed)
      implements Finding {}

  /** {@code fresh}: it was not proposed before. */
  record Waiting(Proposal proposal, boolean fresh) implements Finding {}

  private final Reconsideration policy;
  private final UnaryOperator<Recipient> addressed;

  /**
   * @param addressed adds the name and address that the directory knows
   */
  Deliberation(Reconsideration policy, UnaryOperator<Recipient> addressed) {
    this.policy = policy;
    this.addressed = addressed;
  }

  /**
   * @throws Rejected {@code forbidden} when the caller gives an answer that others must give
   */
  static void permit(Caller caller, Answer answer) {
    boolean inCharge = caller.role() == Role.OPERATOR || caller.role() == Role.POLICY_OFFICER;
    // SECURITY: only the sender tells what is on the envelope, and never how it travels.
    boolean others =
        inCharge
            ? answer.fields().stream().anyMatch(field -> !field.equals("network"))
            : answer.network() != null;
    if (others) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, "", inCharge ? "senders-answer" : "choice"));
    }
  }

  /**
   * @throws Rejected with every fault, when the answer is not possible
   */
  Finding on(Held held, Caller caller, Answer answer, Instant now) {
    permit(caller, answer);
    Proposal waiting = held.waiting();
    if (waiting == null) {
      return own(held, caller, answer, now);
    }
    if (!waiting.is(caller.name()) && waiting.confirmedBy(answer)) {
      Applied confirmed = decided(held, waiting.answer(), waiting);
      if (confirmed.decision().network() == waiting.opens()) {
        return confirmed;
      }
      if (!answer.equals(waiting.answer())) {
        throw new Rejected(Fault.of(Code.BAD_VALUE, "", "facts-changed"));
      }
    }
    return own(held, caller, answer, now);
  }

  private Finding own(Held held, Caller caller, Answer answer, Instant now) {
    Proposal waiting = held.waiting();
    if (answer.silent()) {
      throw new Rejected(
          waiting == null
              ? Fault.of(Code.MISSING_FIELD, "", "answer")
              : Fault.of(Code.SECOND_PERSON, ""));
    }
    Applied applied = withoutAnIdleChoice(held, answer, decided(held, answer, null));
    if (answer.network() != null && !mayChoose(answer.network(), applied.decision())) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/network", "not-left"));
    }
    Network network = applied.decision().network();
    if (network == null || ALONE.contains(network)) {
      return applied;
    }
    boolean again =
        waiting != null
            && waiting.is(caller.name())
            && waiting.answer().equals(answer)
            && waiting.opens() == network;
    return again
        ? new Waiting(waiting, false)
        : new Waiting(
            new Proposal(caller.name(), caller.role().name(), now, answer, network), true);
  }

  /** Drops an earlier choice of network if the shipment is refused only because of it. */
  private Applied withoutAnIdleChoice(Held held, Answer answer, Applied applied) {
    if (applied.decision().outcome() != Outcome.REFUSED
        || held.chosen() == null
        || answer.network() != null) {
      return applied;
    }
    Held anew = new Held(held.handOff(), held.envelope(), null, held.waiting());
    Applied without = decided(anew, answer, null);
    return without.decision().outcome() == Outcome.REFUSED ? applied : without;
  }

  /** A choice is kept for a still held shipment only if it needs no second person. */
  private static boolean mayChoose(Network chosen, Decision decision) {
    return decision.outcome() == Outcome.HELD
        ? ALONE.contains(chosen)
        : decision.network() == chosen;
  }

  private Applied decided(Held held, Answer answer, @Nullable Proposal proposed) {
    Held answered = held.with(answer, addressed);
    // An operator who chooses the network has looked at the recipient.
    Decision decision =
        policy.reconsider(held.handOff(), answered.weighed(), answered.chosen() != null);
    return new Applied(answer, answered, decision, proposed);
  }
}
