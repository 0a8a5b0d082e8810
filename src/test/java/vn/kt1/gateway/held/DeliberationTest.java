package vn.kt1.gateway.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.held.Deliberation.Applied;
import vn.kt1.gateway.held.Deliberation.Finding;
import vn.kt1.gateway.held.Deliberation.Waiting;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.testing.HandClock;

/** What answers come to, one after the other, without a database. */
class DeliberationTest {

  private static final Directory DIRECTORY =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
  private static final HandClock CLOCK = new HandClock(Room.MORNING);
  private static final RoutingPolicy POLICY = new RoutingPolicy(DIRECTORY, CLOCK, Rules.all());
  private static final Deliberation DELIBERATION =
      new Deliberation(POLICY::reconsider, recipient -> recipient);
  private static final Instant NOW = CLOCK.instant();

  private static final Caller OFFICE =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.90"), null);
  private static final Caller CLERK = new Caller("clerk", Role.CLERK, Set.of("H24.16"), null);
  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final Caller OFFICER = new Caller("policy", Role.POLICY_OFFICER, Set.of(), null);
  private static final Answer SILENT = new Answer(null, null, null, null);
  private static final Recipient HEALTH = new Recipient("H24.31", null, "38 Lê Đại Hành", null);
  private static final Recipient NOBODY = new Recipient("H99.99", null, null, null);

  @Test
  void the_senders_side_says_what_stands_on_it_and_those_in_charge_how_it_travels() {
    List<Answer> senders =
        List.of(
            secrecy(Secrecy.NONE),
            new Answer(null, true, null, null),
            new Answer(null, null, HEALTH, null));
    for (Caller caller : List.of(OFFICE, CLERK)) {
      senders.forEach(answer -> Deliberation.permit(caller, answer));
      assertThat(code(() -> Deliberation.permit(caller, choice(Network.KT1))))
          .isEqualTo(Code.FORBIDDEN);
    }
    for (Caller caller : List.of(OPERATOR, OFFICER)) {
      Deliberation.permit(caller, choice(Network.HAND));
      senders.forEach(
          answer ->
              assertThat(code(() -> Deliberation.permit(caller, answer)))
                  .isEqualTo(Code.FORBIDDEN));
      assertThat(
              code(
                  () ->
                      Deliberation.permit(
                          caller, new Answer(Secrecy.NONE, null, null, Network.KT1))))
          .as("the whole call")
          .isEqualTo(Code.FORBIDDEN);
    }
  }

  /** Nobody knew yet that KT1 is not for an ordinary item of that sender. */
  @Test
  void a_choice_kept_from_before_ends_nothing_that_could_travel_without_it() {
    Held waiting = held("H24.90", sealed(HEALTH, Secrecy.UNSPECIFIED, null, null));
    Deliberation.Applied chosen =
        (Deliberation.Applied) DELIBERATION.on(waiting, OPERATOR, choice(Network.KT1), NOW);
    assertThat(chosen.decision().outcome()).isEqualTo(Outcome.HELD);
    assertThat(chosen.held().chosen()).isEqualTo(Network.KT1);

    Deliberation.Finding ordinary =
        DELIBERATION.on(chosen.held(), OFFICE, secrecy(Secrecy.NONE), NOW);
    assertThat(ordinary).isInstanceOf(Deliberation.Waiting.class);
    assertThat(((Deliberation.Waiting) ordinary).proposal().opens()).isEqualTo(Network.PUBLIC_POST);
    Deliberation.Applied secret =
        (Deliberation.Applied)
            DELIBERATION.on(
                chosen.held(), OFFICE, new Answer(Secrecy.SECRET, true, null, null), NOW);
    assertThat(secret.decision().network()).isEqualTo(Network.KT1);
  }

  @Test
  void what_has_been_stated_is_not_stated_anew_and_each_such_is_named() {
    Held held = held("H24.16", named("1").to(NOBODY).secrecy(Secrecy.SECRET).entered(true));
    assertThatThrownBy(
            () -> DELIBERATION.on(held, OFFICE, new Answer(Secrecy.NONE, false, null, null), NOW))
        .isInstanceOfSatisfying(
            Rejected.class,
            no ->
                assertThat(no.faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/secrecy", "/enteredInRegister"));
    Applied same =
        (Applied) DELIBERATION.on(held, OFFICE, new Answer(Secrecy.SECRET, true, null, null), NOW);
    assertThat(same.decision().outcome()).isEqualTo(Outcome.HELD);
  }

  @Test
  void an_operators_choice_releases_the_recipient_and_answers_nothing_else() {
    Held unknown = held("H24.16", named("1").to(NOBODY).classified());
    Applied chosen = (Applied) DELIBERATION.on(unknown, OPERATOR, choice(Network.HAND), NOW);
    assertThat(chosen.decision().network()).isEqualTo(Network.HAND);

    Held unspecified = held("H24.16", named("1").to(NOBODY).secrecy(Secrecy.UNSPECIFIED));
    Applied kept = (Applied) DELIBERATION.on(unspecified, OPERATOR, choice(Network.HAND), NOW);
    assertThat(kept.decision().outcome()).isEqualTo(Outcome.HELD);
    assertThat(kept.held().chosen()).isEqualTo(Network.HAND);
    Applied said = (Applied) DELIBERATION.on(kept.held(), OFFICE, secrecy(Secrecy.NONE), NOW);
    assertThat(said.decision().network()).isEqualTo(Network.HAND);

    Applied elsewhere =
        (Applied) DELIBERATION.on(kept.held(), OFFICE, new Answer(null, null, HEALTH, null), NOW);
    assertThat(elsewhere.held().chosen()).as("it was for another recipient").isNull();
  }

  @Test
  void a_choice_the_policy_does_not_leave_is_told() {
    Held secret = held("H24.16", named("1").to(NOBODY).classified());
    assertThat(code(() -> DELIBERATION.on(secret, OPERATOR, choice(Network.PUBLIC_POST), NOW)))
        .isEqualTo(Code.BAD_VALUE);
    Held ordinary = held("H24.90", named("1").to(NOBODY));
    assertThat(code(() -> DELIBERATION.on(ordinary, OPERATOR, choice(Network.KT1), NOW)))
        .isEqualTo(Code.BAD_VALUE);
    Held unspecified = held("H24.16", named("1").to(NOBODY).secrecy(Secrecy.UNSPECIFIED));
    assertThat(code(() -> DELIBERATION.on(unspecified, OPERATOR, choice(Network.CIPHER), NOW)))
        .as("kept for nobody")
        .isEqualTo(Code.BAD_VALUE);
  }

  @Test
  void another_network_waits_for_another_login() {
    Held held = held("H24.90", named("1").secrecy(Secrecy.UNSPECIFIED));
    Waiting first = (Waiting) DELIBERATION.on(held, OFFICE, secrecy(Secrecy.NONE), NOW);
    assertThat(first.fresh()).isTrue();
    assertThat(first.proposal().opens()).isEqualTo(Network.PUBLIC_POST);
    Held waiting = with(held, first.proposal());
    Waiting again = (Waiting) DELIBERATION.on(waiting, OFFICE, secrecy(Secrecy.NONE), NOW);
    assertThat(again.fresh()).isFalse();
    assertThat(code(() -> DELIBERATION.on(waiting, OFFICE, SILENT, NOW)))
        .isEqualTo(Code.SECOND_PERSON);
    assertThat(code(() -> DELIBERATION.on(held, OPERATOR, SILENT, NOW)))
        .isEqualTo(Code.MISSING_FIELD);

    for (Finding confirmed :
        List.of(
            DELIBERATION.on(waiting, CLERK, SILENT, NOW),
            DELIBERATION.on(waiting, CLERK, secrecy(Secrecy.NONE), NOW),
            DELIBERATION.on(waiting, OPERATOR, SILENT, NOW),
            DELIBERATION.on(waiting, OFFICER, choice(Network.PUBLIC_POST), NOW))) {
      assertThat(confirmed)
          .isInstanceOfSatisfying(
              Applied.class,
              applied -> {
                assertThat(applied.decision().network()).isEqualTo(Network.PUBLIC_POST);
                assertThat(applied.proposed()).isEqualTo(first.proposal());
                assertThat(applied.held().envelope().secrecy()).isEqualTo(Secrecy.NONE);
              });
    }
    Applied other =
        (Applied)
            DELIBERATION.on(waiting, CLERK, new Answer(Secrecy.SECRET, true, null, null), NOW);
    assertThat(other.decision().network()).as("in its own right").isEqualTo(Network.KT1);
    assertThat(other.proposed()).isNull();
  }

  @Test
  void a_confirmation_is_weighed_by_what_is_true_now() {
    Held held = held("H24.90", named("1").secrecy(Secrecy.UNSPECIFIED));
    Waiting first = (Waiting) DELIBERATION.on(held, OFFICE, secrecy(Secrecy.NONE), NOW);
    Deliberation later =
        new Deliberation(
            (handOff, envelope, vouched) ->
                POLICY.reconsider(
                    new HandOff("hp-eoffice", "1", "H24.16", NOW, true, "", List.of()),
                    envelope,
                    vouched),
            recipient -> recipient);
    Held waiting = with(held, first.proposal());
    assertThat(code(() -> later.on(waiting, OPERATOR, SILENT, NOW))).isEqualTo(Code.BAD_VALUE);
    Applied own = (Applied) later.on(waiting, CLERK, secrecy(Secrecy.NONE), NOW);
    assertThat(own.decision().network()).isEqualTo(Network.KT1);
    assertThat(own.proposed()).isNull();
  }

  record Said(Caller caller, Answer answer) {}

  @Property
  void no_sequence_of_answers_by_one_login_ever_opens_the_public_post_or_cipher(
      @ForAll("envelopes") Envelope envelope,
      @ForAll("logins") Caller caller,
      @ForAll("answers") List<Answer> answers) {
    play(
        envelope,
        answers.stream().map(answer -> new Said(caller, answer)).toList(),
        step ->
            assertThat(step.applied().decision().network())
                .isNotIn(Network.PUBLIC_POST, Network.CIPHER));
  }

  @Property
  void whoever_answers_only_two_logins_open_another_network(
      @ForAll("envelopes") Envelope envelope, @ForAll("sayings") List<Said> sayings) {
    play(
        envelope,
        sayings,
        step -> {
          Network network = step.applied().decision().network();
          if (network == Network.PUBLIC_POST || network == Network.CIPHER) {
            assertThat(step.applied().proposed()).isNotNull();
            assertThat(step.applied().proposed().by()).isNotEqualTo(step.caller().name());
          }
          if (step.applied().held().envelope().secrecy() == Secrecy.UNSPECIFIED) {
            assertThat(network).isNull();
          }
        });
  }

  @Property
  void no_operators_answer_ever_changes_what_stands_on_an_envelope(
      @ForAll("envelopes") Envelope envelope, @ForAll("sayings") List<Said> sayings) {
    play(
        envelope,
        sayings,
        step -> {
          boolean inCharge = !OFFICE.equals(step.caller()) && !CLERK.equals(step.caller());
          if (inCharge && step.applied().proposed() == null) {
            assertThat(step.applied().held().envelope()).isEqualTo(step.before().envelope());
          }
        });
  }

  private record Step(Held before, Caller caller, Applied applied) {}

  /** As the ledger does it: what is applied is the next state, until it is held no more. */
  private static void play(Envelope envelope, List<Said> sayings, Consumer<Step> check) {
    Held held = held("H24.90", envelope);
    for (Said said : sayings) {
      Finding finding;
      try {
        finding = DELIBERATION.on(held, said.caller(), said.answer(), NOW);
      } catch (Rejected no) {
        continue;
      }
      if (finding instanceof Applied applied) {
        check.accept(new Step(held, said.caller(), applied));
        if (applied.decision().outcome() != Outcome.HELD) {
          return;
        }
        held = with(applied.held(), null);
      } else if (finding instanceof Waiting waiting) {
        held = with(held, waiting.proposal());
      }
    }
  }

  @Provide
  Arbitrary<Envelope> envelopes() {
    return Combinators.combine(
            Arbitraries.of(HEALTH, NOBODY),
            Arbitraries.of(Secrecy.class),
            Arbitraries.of(true, false).injectNull(0.5),
            Arbitraries.of(Network.class).injectNull(0.5))
        .as((to, secrecy, entered, wish) -> sealed(to, secrecy, entered, wish))
        .filter(DeliberationTest::isHeld);
  }

  private static Envelope sealed(
      Recipient to, Secrecy secrecy, @Nullable Boolean entered, @Nullable Network wish) {
    return named("1").to(to).secrecy(secrecy).entered(entered).wish(wish).sealed();
  }

  private static boolean isHeld(Envelope envelope) {
    return POLICY.reconsider(held("H24.90", envelope).handOff(), envelope, false).outcome()
        == Outcome.HELD;
  }

  @Provide
  Arbitrary<Caller> logins() {
    return Arbitraries.of(OFFICE, CLERK, OPERATOR, OFFICER);
  }

  @Provide
  Arbitrary<List<Answer>> answers() {
    return answer().list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Said>> sayings() {
    return Combinators.combine(logins(), answer()).as(Said::new).list().ofMaxSize(8);
  }

  private static Arbitrary<Answer> answer() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(Secrecy.NONE, Secrecy.SECRET).injectNull(0.5),
                Arbitraries.of(true, false).injectNull(0.5),
                Arbitraries.of(HEALTH, NOBODY).injectNull(0.7))
            .as((secrecy, entered, to) -> new Answer(secrecy, entered, to, null)),
        Arbitraries.of(Network.class).map(DeliberationTest::choice));
  }

  private static Held held(String sender, vn.kt1.testing.AnEnvelope envelope) {
    return held(sender, envelope.sealed());
  }

  private static Held held(String sender, Envelope envelope) {
    HandOff handOff = new HandOff("hp-eoffice", "1", sender, NOW, true, "", List.of());
    return new Held(handOff, envelope, null, null);
  }

  private static Held with(Held held, @Nullable Proposal waiting) {
    return new Held(held.handOff(), held.envelope(), held.chosen(), waiting);
  }

  private static Answer secrecy(Secrecy secrecy) {
    return new Answer(secrecy, null, null, null);
  }

  private static Answer choice(Network network) {
    return new Answer(null, null, null, network);
  }

  private static Code code(Runnable answering) {
    try {
      answering.run();
    } catch (Rejected no) {
      return no.code();
    }
    throw new AssertionError("nothing was refused");
  }
}
