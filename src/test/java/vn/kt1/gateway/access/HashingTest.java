package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashingTest {

  @Test
  void nobodys_hash_has_the_form_and_the_cost_of_a_login_that_exists() {
    String real = Logins.encoder().encode("a password");
    assertThat(Hashing.NOBODYS).hasSameSizeAs(real);
    assertThat(cost(Hashing.NOBODYS)).isEqualTo(cost(real));
  }

  @Test
  void nobodys_hash_is_computed_to_its_end_and_fits_no_password() {
    Hashing hashing = new Hashing(Logins.encoder(), 1);
    assertThat(hashing.fits("a password", Hashing.NOBODYS)).isFalse();
    assertThat(hashing.fits("", Hashing.NOBODYS)).isFalse();
  }

  private static String cost(String hash) {
    return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
  }
}
