package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Caller.Role;

class GuessesTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void an_address_has_so_many_and_then_one_a_second() {
    Guesses guesses = new Guesses(new AccessSettings.Guesses(5, 1), meter());
    for (int i = 0; i < 5; i++) {
      assertThat(guesses.take("10.0.0.1")).isTrue();
    }
    assertThat(guesses.anyLeft("10.0.0.1")).isFalse();
    assertThat(guesses.take("10.0.0.1")).isFalse();
    assertThat(guesses.anyLeft("10.0.0.2")).as("another is not concerned").isTrue();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(guesses.anyLeft("10.0.0.1")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:1::1,   2001:db8:0:1:ffff::9, true",
    "2001:db8:0:1::1,   2001:db8:0:2::1,      false",
    "10.0.0.1,          10.0.0.2,             false",
    "::1,               0:0:0:0:0:0:0:1,      true",
  })
  void one_machine_has_a_whole_neighbourhood_of_ipv6(String one, String other, boolean same) {
    assertThat(Addresses.neighbourhood(one).equals(Addresses.neighbourhood(other))).isEqualTo(same);
  }

  @Test
  void a_right_password_is_remembered_for_a_while_and_only_with_its_hash() {
    RecentPasswords recent = new RecentPasswords(Duration.ofMinutes(5), ticker());
    KeptLogin login = kept("hash-1");
    recent.remember(login, "right", "10.0.0.1");
    assertThat(recent.knows(login, "right", "10.0.0.1")).isTrue();
    assertThat(recent.knows(login, "wrong", "10.0.0.1")).isFalse();
    assertThat(recent.knows(login, "right", "10.0.0.2")).as("from elsewhere").isFalse();
    assertThat(recent.knows(kept("hash-2"), "right", "10.0.0.1")).as("changed since").isFalse();
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(recent.knows(login, "right", "10.0.0.1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars,                   password-length",
    "passwordpassword,              password-weak",
    "Password123456,                password-weak",
    "aaaaaaaaaaaaaaaa,              password-weak",
    "qwertyuiop12,                  password-weak",
    "chief likes long tea,          password-weak",
    "mưa rơi trên mái tôn,          ",
    "correct horse battery staple,  ",
    "vR7/0qm+Tz1LkWbE,              ",
  })
  void a_password_is_long_and_not_the_first_one_anybody_tries(String password, String fault) {
    assertThat(PasswordRules.fault("chief", password).orElse(null)).isEqualTo(fault);
  }

  @Test
  void too_long_a_password_is_not_measured() {
    assertThat(PasswordRules.fault("chief", "x".repeat(100_000))).contains("password-length");
  }

  private static KeptLogin kept(String hash) {
    return new KeptLogin(new Login("chief", Role.ADMIN, null, null, false), hash, null, null);
  }

  private Ticker ticker() {
    return nanos::get;
  }

  private TimeMeter meter() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
