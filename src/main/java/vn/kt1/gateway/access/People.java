package vn.kt1.gateway.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import vn.kt1.gateway.evidence.Actor;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Lets people in and takes rights away; every change is evidence, and nobody changes their own. */
@Component
public class People {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Logins logins;
  private final Directory directory;
  private final Evidence evidence;
  private final Clock clock;
  private final boolean strangersKnown;

  @Autowired
  People(
      Logins logins, Directory directory, Evidence evidence, Clock clock, AccessSettings settings) {
    this(logins, directory, evidence, clock, settings.oidc().configured());
  }

  /**
   * @param strangersKnown whether an identity provider may vouch for logins without a password
   */
  public People(
      Logins logins, Directory directory, Evidence evidence, Clock clock, boolean strangersKnown) {
    this.strangersKnown = strangersKnown;
    this.logins = logins;
    this.directory = directory;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * What a login shall be.
   *
   * @param password its first one, to be changed at once; null keeps the one it has, or leaves a
   *     new login to the identity provider
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
    check(wanted, before);
    String kept = before.map(KeptLogin::passwordHash).orElse(null);
    boolean fresh = wanted.password() != null;
    boolean mustChange = fresh || before.map(one -> one.login().mustChange()).orElse(false);
    logins.save(
        new Login(wanted.name(), wanted.role(), wanted.unit(), wanted.province(), mustChange),
        fresh ? Logins.encoder().encode(wanted.password()) : kept);
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

  /** A role without what it acts for would see nothing, or be taken for another. */
  private void check(Wanted wanted, Optional<KeptLogin> before) {
    List<Fault> faults = new ArrayList<>();
    if (!Logins.isName(wanted.name())) {
      faults.add(Fault.of(Code.BAD_VALUE, "/name", "login-name"));
    }
    if (wanted.role() == Role.PARTNER) {
      faults.add(Fault.of(Code.BAD_VALUE, "/role", "role-partner"));
    }
    if ((wanted.role() == Role.CLERK) != (wanted.unit() != null)
        || (wanted.unit() != null && !served(wanted.unit()))) {
      faults.add(Fault.of(Code.BAD_VALUE, "/unit", "role-unit"));
    }
    if ((wanted.role() == Role.DEPARTMENT) != (wanted.province() != null)
        || (wanted.province() != null && !directory.hasProvince(wanted.province()))) {
      faults.add(Fault.of(Code.BAD_VALUE, "/province", "role-province"));
    }
    boolean needed = !strangersKnown && before.filter(one -> !one.ended()).isEmpty();
    if (wanted.password() == null && needed) {
      faults.add(Fault.of(Code.MISSING_FIELD, "/password"));
    } else if (wanted.password() != null) {
      PasswordRules.fault(wanted.name(), wanted.password())
          .ifPresent(variant -> faults.add(Fault.of(Code.BAD_VALUE, "/password", variant)));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private boolean served(String unit) {
    return directory
        .unit(unit, LocalDate.now(clock.withZone(VIETNAM)))
        .filter(found -> directory.hasProvince(found.province()))
        .isPresent();
  }

  /** Opens a login that guesses have locked. */
  @Transactional
  public void unlock(Actor by, String name, @Nullable String reason) {
    notOneself(by, name);
    if (!Logins.isName(name) || !logins.unlock(name)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    evidence.record(by, "login-unlocked", name, reason, Map.of());
  }

  /** Ends a login at once; its name stays taken, since evidence names it. */
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

  /** Gives oneself a new password. */
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
