package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.security.Binding.Answer;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

/** Which certificate proves a partner, and when. */
class BindingTest {

  private static final Authority CA = new Authority("CA");
  private static final Instant NOW = Instant.now();
  private static final Instant FROM = NOW.minus(Duration.ofDays(1));
  private static final Instant TO = NOW.plus(Duration.ofDays(1));
  private static final X509Certificate OWN = CA.client("p", FROM, TO).certificate();
  private static final X509Certificate NEXT = CA.client("p", FROM, TO).certificate();
  private static final X509Certificate OTHER = CA.client("p", FROM, TO).certificate();

  @Test
  void either_of_two_proves_and_no_other_of_the_same_name_and_issuer() {
    assertThat(answer(List.of(OWN, NEXT), OWN, NOW)).isEqualTo(Answer.PROVEN);
    assertThat(answer(List.of(OWN, NEXT), NEXT, NOW)).isEqualTo(Answer.PROVEN);
    assertThat(answer(List.of(OWN, NEXT), OTHER, NOW)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer(List.of(OWN, NEXT), CA.certificate(), NOW)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer(List.of(OWN), NEXT, NOW)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void the_same_key_in_another_certificate_proves_nothing() {
    Signer one = Signer.valid();
    assertThat(answer(List.of(one.certificate()), one.certifiedAgain().certificate(), NOW))
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void none_shown_is_missing_and_who_is_bound_to_none_needs_none() {
    assertThat(answer(List.of(OWN), null, NOW)).isEqualTo(Answer.MISSING);
    assertThat(answer(List.of(), null, NOW)).isEqualTo(Answer.PROVEN);
    assertThat(answer(List.of(), OTHER, NOW)).isEqualTo(Answer.PROVEN);
  }

  @Test
  void it_counts_from_its_first_second_to_its_last() {
    Instant first = OWN.getNotBefore().toInstant();
    Instant last = OWN.getNotAfter().toInstant();
    assertThat(answer(List.of(OWN), OWN, first)).isEqualTo(Answer.PROVEN);
    assertThat(answer(List.of(OWN), OWN, last)).isEqualTo(Answer.PROVEN);
    assertThat(answer(List.of(OWN), OWN, first.minusSeconds(1))).isEqualTo(Answer.EXPIRED);
    assertThat(answer(List.of(OWN), OWN, last.plusSeconds(1))).isEqualTo(Answer.EXPIRED);
    assertThat(answer(List.of(OWN), OTHER, last.plusSeconds(1))).isEqualTo(Answer.UNKNOWN);
  }

  private static Answer answer(
      List<X509Certificate> bound, @Nullable X509Certificate shown, Instant now) {
    return new Binding(bound, shown).at(now);
  }
}
