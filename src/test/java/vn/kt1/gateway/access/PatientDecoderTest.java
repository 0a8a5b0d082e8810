package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

class PatientDecoderTest {

  private static final String TOKEN =
      new PlainJWT(new JWTClaimsSet.Builder().subject("x").build()).serialize();

  private final AtomicInteger asked = new AtomicInteger();
  private final PatientDecoder decoder =
      new PatientDecoder(
          () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("away");
          });

  @Test
  void a_provider_that_is_away_is_not_asked_by_every_call() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> decoder.decode(TOKEN))
          .isInstanceOf(JwtException.class)
          .isNotInstanceOf(BadJwtException.class);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void what_is_no_jwt_asks_nobody() {
    assertThatThrownBy(() -> decoder.decode("a.b.c")).isInstanceOf(BadJwtException.class);
    assertThat(asked).hasValue(0);
  }
}
