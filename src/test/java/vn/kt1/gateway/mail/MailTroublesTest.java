package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.testing.HandClock;

/** Of mails nobody is answered the operators are told once an hour for each partner. */
class MailTroublesTest {

  private static final Rejected REFUSED = new Rejected(Fault.of(Code.TOO_MANY, ""));

  private final HandClock clock = new HandClock("2026-11-30T03:30:00Z");
  private final MailTroubles troubles = new MailTroubles(clock);

  @Test
  void they_learn_which_partner_and_in_which_hour() {
    Trouble trouble = troubles.compose(new UnprovenMail("hp-eoffice"), null);
    assertThat(trouble.source()).isEqualTo("mail-unproven");
    assertThat(trouble.reference()).isEqualTo("MAIL-hp-eoffice-20261130T10");
    assertThat(trouble.what().vi()).contains("hp-eoffice");
    assertThat(trouble.what().en()).contains("hp-eoffice");
    assertThat(troubles.compose(REFUSED, caller("qn-eoffice")).source())
        .isEqualTo("mail-unanswered");
  }

  @Test
  void within_an_hour_they_are_told_once_of_each_partner_and_kind() {
    troubles.told(troubles.compose(new UnprovenMail("hp-eoffice"), null));
    clock.advance(Duration.ofMinutes(59));
    assertThat(troubles.compose(new UnprovenMail("hp-eoffice"), null)).isNull();
    assertThat(troubles.compose(new UnprovenMail("qn-eoffice"), null)).isNotNull();
    assertThat(troubles.compose(REFUSED, caller("hp-eoffice"))).isNotNull();
    clock.advance(Duration.ofMinutes(1));
    assertThat(troubles.compose(new UnprovenMail("hp-eoffice"), null)).isNotNull();
  }

  @Test
  void what_could_not_be_owed_is_told_again() {
    Trouble first = troubles.compose(new UnprovenMail("hp-eoffice"), null);
    assertThat(troubles.compose(new UnprovenMail("hp-eoffice"), null)).isEqualTo(first);
  }

  private static Caller caller(String partner) {
    return new Caller(partner, Role.PARTNER, Set.of(), null);
  }
}
