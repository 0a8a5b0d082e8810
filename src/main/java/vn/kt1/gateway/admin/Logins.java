package vn.kt1.gateway.admin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller.Role;

/** People who may log in; passwords are kept as Argon2 hashes. */
@Component
public class Logins implements UserDetailsService {

  /** A person's login, with the unit or the province it acts for. */
  public record Login(
      String name, String passwordHash, Role role, @Nullable String unit, @Nullable String province)
      implements UserDetails {

    private static final long serialVersionUID = 1L;

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
      return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public String getPassword() {
      return passwordHash;
    }

    @Override
    public String getUsername() {
      return name;
    }

    @Override
    public String toString() {
      return "Login[" + name + "]";
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  public Logins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  static PasswordEncoder encoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /** Adds a login, or gives an existing one a new password and role. */
  public void put(
      String name, String password, Role role, @Nullable String unit, @Nullable String province) {
    jdbc.sql(
            """
            insert into login (name, password_hash, role, unit, province, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (name) do update set password_hash = excluded.password_hash,
              role = excluded.role, unit = excluded.unit, province = excluded.province
            """)
        .params(name, encoder().encode(password), role.name())
        .param(unit)
        .param(province)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public Login loadUserByUsername(String name) {
    return jdbc.sql("select name, password_hash, role, unit, province from login where name = ?")
        .param(name)
        .query(
            (row, number) ->
                new Login(
                    row.getString("name"),
                    row.getString("password_hash"),
                    Role.valueOf(row.getString("role")),
                    row.getString("unit"),
                    row.getString("province")))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("unknown login"));
  }
}
