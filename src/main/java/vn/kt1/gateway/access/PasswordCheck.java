package vn.kt1.gateway.access;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.access.NotLetIn.Why;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;

/**
 * Lets a person in by password. Wrong passwords are counted by login and by address. A refused
 * caller is not told why.
 */
@Component
public class PasswordCheck implements AuthenticationProvider {

  private static final int STRIPES = 64;
  private static final int PATIENCE_SECONDS = 3;

  private final Logins logins;
  private final Evidence evidence;
  private final Clock clock;
  private final AccessSettings settings;
  private final RecentPasswords recent;
  private final Guesses guesses;
  private final Hashing hashing =
      new Hashing(Logins.encoder(), Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final Lock[] oneAtATime =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  PasswordCheck(
      Logins logins, Evidence evidence, Clock clock, AccessSettings settings, Guesses guesses) {
    this.logins = logins;
    this.evidence = evidence;
    this.clock = clock;
    this.settings = settings;
    this.recent = new RecentPasswords(settings.remembered(), Ticker.systemTicker());
    this.guesses = guesses;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    String address = Addresses.of(asked);
    Optional<KeptLogin> found = logins.find(name);
    // A lock stops guesses. A person whose password was correct from this address a moment ago does
    // not guess.
    return found
        .filter(kept -> !kept.ended() && kept.passwordHash() != null)
        .filter(kept -> recent.knows(kept, password, address))
        .map(kept -> letIn(kept.login(), asked))
        .orElseGet(() -> letIn(looked(name, password, address), asked));
  }

  /**
   * SECURITY: guesses at one login are checked one after the other. Otherwise a hundred at once
   * would all be checked before the fifth locks the login.
   */
  private Login looked(String name, String password, String address) {
    Lock turn = oneAtATime[Math.floorMod(name.hashCode(), STRIPES)];
    if (!taken(turn)) {
      throw new AuthenticationServiceException("too many at once");
    }
    try {
      return check(name, password, address);
    } finally {
      turn.unlock();
    }
  }

  private static boolean taken(Lock turn) {
    try {
      return turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Login check(String name, String password, String address) {
    Optional<KeptLogin> found = logins.find(name);
    // Taken before the check, or many calls at once would share the last guess.
    if (!guesses.take(address)) {
      throw new NotLetIn(Why.TOO_MANY_GUESSES, found.map(kept -> name).orElse(null));
    }
    KeptLogin kept = found.orElseThrow(() -> nobody(password));
    if (kept.passwordHash() == null) {
      hashing.pretend(password);
      throw kept.ended() ? refused(kept) : new NotLetIn(Why.PASSWORD_WRONG, name);
    }
    if (!hashing.fits(password, kept.passwordHash())) {
      throw wrong(kept, address);
    }
    if (!open(kept)) {
      throw refused(kept);
    }
    guesses.giveBack(address);
    logins.unlock(name);
    evidence.record(new Actor(name, address), "login", name, null, Map.of("by", "password"));
    recent.remember(kept, password, address);
    return kept.login();
  }

  private boolean open(KeptLogin kept) {
    return !kept.ended() && !kept.lockedAt(clock.instant());
  }

  private NotLetIn nobody(String password) {
    hashing.pretend(password);
    return new NotLetIn(Why.LOGIN_UNKNOWN, null);
  }

  private NotLetIn wrong(KeptLogin kept, String address) {
    if (!open(kept)) {
      return refused(kept);
    }
    String name = kept.login().name();
    if (logins.failed(name, settings.lockOut())) {
      Map<String, String> detail = Map.of("for", settings.lockOut().lasts().toString());
      evidence.record(new Actor(name, address), "login-locked", name, null, detail);
    }
    return new NotLetIn(Why.PASSWORD_WRONG, name);
  }

  private static NotLetIn refused(KeptLogin kept) {
    Why why = kept.ended() ? Why.LOGIN_ENDED : Why.LOGIN_LOCKED;
    return new NotLetIn(why, kept.login().name());
  }

  static Authentication letIn(Login login, Authentication asked) {
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(
            login, null, AuthorityUtils.createAuthorityList("ROLE_" + login.role()));
    known.setDetails(asked.getDetails());
    return known;
  }
}
