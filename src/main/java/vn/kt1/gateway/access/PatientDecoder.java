package vn.kt1.gateway.access;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Reads the keys of the identity provider with the first token. SECURITY: one call waits for the
 * provider, and all others are told at once to try again. A provider that is away must not hold
 * every thread of the gateway.
 */
final class PatientDecoder implements JwtDecoder {

  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Supplier<JwtDecoder> discovery;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable JwtDecoder known;
  private volatile long askedInVain;
  private volatile boolean vain;

  PatientDecoder(Supplier<JwtDecoder> discovery) {
    this.discovery = discovery;
  }

  @Override
  public Jwt decode(String token) {
    wellFormed(token);
    JwtDecoder decoder = known;
    return (decoder == null ? discovered() : decoder).decode(token);
  }

  private static void wellFormed(String token) {
    try {
      JWTParser.parse(token);
    } catch (ParseException e) {
      throw new BadJwtException("no JWT");
    }
  }

  private JwtDecoder discovered() {
    boolean pausing = vain && System.nanoTime() - askedInVain < PAUSE_NANOS;
    if (pausing || !asking.tryLock()) {
      throw new JwtException("the identity provider is being asked");
    }
    try {
      JwtDecoder found = discovery.get();
      known = found;
      return found;
    } catch (RuntimeException e) {
      askedInVain = System.nanoTime();
      vain = true;
      throw new JwtException("the identity provider is away", e);
    } finally {
      asking.unlock();
    }
  }
}
