package vn.kt1.gateway.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.access.Person.State;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Adds people and changes their rights. Every change is evidence, and nobody changes their own
 * rights.
 */
@Component
public class People {

  private final Logins logins;
  private final Evidence evidence;
  private final Clock clock;
  private final PersonRules rules;

  @Autowired
  People(
      Logins logins, Directory directory, Evidence evidence, Clock clock, AccessSettings settings) {
    this(logins, directory, evidence, clock, settings.oidc().configured());
  }

  /**
   * @param strangersKnown whether there is an identity provider for logins without a password
   */
  public People(
      Logins logins, Directory directory, Evidence evidence, Clock clock, boolean strangersKnown) {
    this.rules = new PersonRules(directory, clock, strangersKnown);
    this.logins = logins;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * What a login is to be.
   *
   * @param password its first password, which the person must change; null keeps the present one,
   *     or leaves a new login to the identity provider
   */
  public record Wanted(
      String name,
      Role role,
      @Nullable String unit,
      @Nullable String province,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Wanted[" + name + "]";
    }
  }

  public List<Person> all() {
    return logins.all().stream().map(this::shown).toList();
  }

  private Person shown(KeptLogin kept) {
    Login login = kept.login();
    boolean locked = kept.lockedAt(clock.instant());
    return new Person(
        login.name(),
        login.role(),
        login.unit(),
        login.province(),
        kept.ended()
            ? State.ENDED
            : locked ? State.LOCKED : login.mustChange() ? State.FIRST_PASSWORD : State.OPEN,
        locked ? kept.lockedUntil() : null);
  }

  /**
   * Adds a login or changes what it may do.
   *
   * @return whether it is new
   * @throws Rejected {@code forbidden} for one's own, else with every fault
   */
  @Transactional
  public boolean put(Actor by, Wanted wanted, @Nullable String reason) {
    notOneself(by, wanted.name());
    Optional<KeptLogin> before = logins.findToChange(wanted.name());
    boolean kept = before.map(KeptLogin::passwordHash).isPresent();
    rules.check(wanted, kept);
    boolean fresh = wanted.password() != null;
    boolean mustChange = fresh || before.map(one -> one.login().mustChange()).orElse(false);
    logins.save(
        new Login(wanted.name(), wanted.role(), wanted.unit(), wanted.province(), mustChange),
        fresh
            ? Logins.encoder().encode(wanted.password())
            : before.map(KeptLogin::passwordHash).orElse(null));
    Map<String, String> detail =
        new HashMap<>(rights("", wanted.role(), wanted.unit(), wanted.province()));
    before
        .map(KeptLogin::login)
        .ifPresent(old -> detail.putAll(rights("was.", old.role(), old.unit(), old.province())));
    detail.put("password", fresh ? "first" : "kept");
    evidence.record(
        by, before.isEmpty() ? "login-added" : "login-changed", wanted.name(), reason, detail);
    return before.isEmpty();
  }

  private static Map<String, String> rights(
      String prefix, Role role, @Nullable String unit, @Nullable String province) {
    Map<String, String> told = new HashMap<>(Map.of(prefix + "role", role.name()));
    if (unit != null) {
      told.put(prefix + "unit", unit);
    }
    if (province != null) {
      told.put(prefix + "province", province);
    }
    return told;
  }

  /** Unlocks a login after wrong passwords. */
  @Transactional
  public void unlock(Actor by, String name, @Nullable String reason) {
    notOneself(by, name);
    if (!Logins.isName(name) || !logins.unlock(name)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    evidence.record(by, "login-unlocked", name, reason, Map.of());
  }

  /** Ends a login at once. Its name is never used again, because evidence names it. */
  @Transactional
  public void end(Actor by, String name, @Nullable String reason) {
    notOneself(by, name);
    if (logins.findToChange(name).isEmpty()) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    if (logins.end(name)) {
      evidence.record(by, "login-ended", name, reason, Map.of());
    }
  }

  /** Changes one's own password. */
  @Transactional
  public void changePassword(Actor self, String fresh) {
    KeptLogin kept = logins.findToChange(self.name()).orElseThrow();
    if (kept.passwordHash() == null || kept.ended()) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, "", "password-elsewhere"));
    }
    PasswordRules.fault(self.name(), fresh)
        .or(() -> same(fresh, kept.passwordHash()))
        .ifPresent(
            variant -> {
              throw new Rejected(Fault.of(Code.BAD_VALUE, "/password", variant));
            });
    logins.changePassword(self.name(), Logins.encoder().encode(fresh));
    evidence.record(self, "password-changed", self.name(), null, Map.of());
  }

  private static Optional<String> same(String fresh, String hash) {
    return Logins.encoder().matches(fresh, hash) ? Optional.of("password-same") : Optional.empty();
  }

  // SECURITY: nobody gives themselves rights, or takes away what stops them (CONTRACT, 3.4).
  private static void notOneself(Actor by, String name) {
    if (by.name().equals(name)) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, "", "own-rights"));
    }
  }
}
