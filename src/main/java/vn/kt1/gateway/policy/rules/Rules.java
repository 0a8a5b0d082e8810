package vn.kt1.gateway.policy.rules;

import java.util.List;
import vn.kt1.gateway.policy.Rule;

/**
 * The rules in force, in the order of {@code docs/policy.md}. The order has no effect on decisions.
 */
public final class Rules {

  private Rules() {}

  public static List<Rule> all() {
    return List.of(
        new ClassifiedGoesByKt1(),
        new BlankSecrecyIsHeld(),
        new ClassifiedIsEnteredInTheRegister(),
        new OrdinaryByKt1OnlyIfEligible(),
        new OrdinaryByKt1WhereTheProvinceSaysSo(),
        new TheSendersWish(),
        new ExpressTimedWhereOffered(),
        new DeliverAtLiesAhead(),
        new RecipientUnitIsOpen(),
        new RecipientHasAnAddress(),
        new SenderIsNotRecipient(),
        new UrgencyWithoutAKt1Class(),
        new TopSecretInTwoLayers(),
        new OnlyTheNamedPersonOpens(),
        new ClassifiedHandOverIsSigned());
  }
}
