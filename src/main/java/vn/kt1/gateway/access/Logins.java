package vn.kt1.gateway.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Sha256;

/** The stored logins; passwords are Argon2 hashes. */
@Component
public class Logins {

  /** SECURITY: a text that cannot be a login name never reaches the database, a log or evidence. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  private static final String COLUMNS =
      "name, password_hash, role, unit, province, must_change, locked_until, ended_at";

  private final JdbcClient jdbc;
  private final Clock clock;

  public Logins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** 19 MiB, two passes, one lane: the minimum of OWASP for Argon2id. */
  static PasswordEncoder encoder() {
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }

  /** Whether a text may be a login name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Adds a login that need not change its password, or gives an existing one a new password and
   * role.
   */
  public void put(
      String name, String password, Role role, @Nullable String unit, @Nullable String province) {
    save(new Login(name, role, unit, province, false), encoder().encode(password));
  }

  /**
   * Adds the login, or changes its rights and password. A login that was locked or ended is open
   * again.
   */
  void save(Login login, @Nullable String passwordHash) {
    jdbc.sql(
            """
            insert into login (name, password_hash, role, unit, province, must_change, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (name) do update set password_hash = excluded.password_hash,
              role = excluded.role, unit = excluded.unit, province = excluded.province,
              must_change = excluded.must_change, failures = 0, locked_until = null, ended_at = null
            """)
        .param(login.name())
        .param(passwordHash)
        .param(login.role().name())
        .param(login.unit())
        .param(login.province())
        .params(login.mustChange(), now())
        .update();
  }

  Optional<KeptLogin> find(String name) {
    return isName(name)
        ? jdbc.sql("select " + COLUMNS + " from login where name = ?")
            .param(name)
            .query(Logins::read)
            .optional()
        : Optional.empty();
  }

  /** The login as it is now; empty when it may not be used. */
  public Optional<Login> open(String name) {
    return find(name)
        .filter(kept -> !kept.ended() && !kept.lockedAt(clock.instant()))
        .map(KeptLogin::login);
  }

  /** As {@link #find}, and locks the row until the transaction ends. */
  Optional<KeptLogin> findToChange(String name) {
    return isName(name)
        ? jdbc.sql("select " + COLUMNS + " from login where name = ? for update")
            .param(name)
            .query(Logins::read)
            .optional()
        : Optional.empty();
  }

  /**
   * The state a session depends on. It changes with the password, role, unit or province; it is
   * empty when the login may not be used.
   */
  public Optional<String> stamp(String name) {
    return find(name)
        .filter(kept -> !kept.ended() && !kept.lockedAt(clock.instant()))
        .map(
            kept ->
                Sha256.of(
                    String.join(
                        "\n",
                        String.valueOf(kept.passwordHash()),
                        kept.login().role().name(),
                        String.valueOf(kept.login().unit()),
                        String.valueOf(kept.login().province()))));
  }

  List<KeptLogin> all() {
    return jdbc.sql("select " + COLUMNS + " from login order by name").query(Logins::read).list();
  }

  /**
   * Counts a wrong password.
   *
   * @return true when this one locks the login
   */
  boolean failed(String name, AccessSettings.LockOut rule) {
    Instant at = clock.instant();
    int failures =
        jdbc.sql(
                """
                update login set failed_at = :now,
                  failures = case when failed_at > :since then failures + 1 else 1 end
                where name = :name returning failures
                """)
            .param("now", Timestamp.from(at))
            .param("since", Timestamp.from(at.minus(rule.within())))
            .param("name", name)
            .query(Integer.class)
            .optional()
            .orElse(0);
    return failures >= rule.failures() && lock(name, at.plus(rule.lasts()));
  }

  private boolean lock(String name, Instant until) {
    return 1
        == jdbc.sql("update login set locked_until = ?, failures = 0 where name = ?")
            .params(Timestamp.from(until), name)
            .update();
  }

  /** Clears the wrong passwords and unlocks the login. */
  boolean unlock(String name) {
    return 1
        == jdbc.sql("update login set failures = 0, locked_until = null where name = ?")
            .param(name)
            .update();
  }

  /** Ends the login and deletes its password; if opened again, it needs another one. */
  boolean end(String name) {
    return 1
        == jdbc.sql(
                "update login set ended_at = ?, password_hash = null"
                    + " where name = ? and ended_at is null")
            .params(now(), name)
            .update();
  }

  void changePassword(String name, String passwordHash) {
    jdbc.sql("update login set password_hash = ?, must_change = false where name = ?")
        .params(passwordHash, name)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static KeptLogin read(ResultSet row, int number) throws SQLException {
    return new KeptLogin(
        new Login(
            row.getString("name"),
            Role.valueOf(row.getString("role")),
            row.getString("unit"),
            row.getString("province"),
            row.getBoolean("must_change")),
        row.getString("password_hash"),
        instant(row.getTimestamp("locked_until")),
        instant(row.getTimestamp("ended_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
