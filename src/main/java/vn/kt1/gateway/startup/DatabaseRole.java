package vn.kt1.gateway.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * SECURITY: what the running gateway may do in the database. The rights are what keeps evidence
 * from being changed by a gateway that somebody has taken over.
 */
final class DatabaseRole {

  private static final Map<String, String> OPTIONS =
      Map.of(
          "rolsuper", "nosuperuser",
          "rolcreatedb", "nocreatedb",
          "rolcreaterole", "nocreaterole",
          "rolreplication", "noreplication",
          "rolbypassrls", "nobypassrls");

  /** What can only be added to; a right to change one column counts as well. */
  private static final List<String> KEPT = List.of("evidence", "report_version");

  private final JdbcClient database;
  private final String app;
  private final String owner;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param database as the application's role
   * @param owner the role of the migrations
   */
  DatabaseRole(JdbcClient database, String owner) {
    this.database = database;
    this.app = text("select current_user");
    this.owner = owner;
  }

  List<Fault> faults() {
    options(app);
    if (yes("select rolsuper from pg_roles where rolname = ?", owner)) {
      fault("role " + owner, "the owner of the tables is a superuser", alter(owner, "nosuperuser"));
    }
    if (!yes("select rolsuper from pg_roles where rolname = ?", app)) {
      memberships();
      rights(); // a superuser has all of them, whatever was granted
    }
    belongings();
    durability();
    return faults;
  }

  private void options(String role) {
    Map<String, Object> granted =
        database
            .sql(
                "select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"
                    + " from pg_roles where rolname = ?")
            .param(role)
            .query()
            .singleRow();
    new LinkedHashMap<>(granted)
        .forEach(
            (option, on) -> {
              if (Boolean.TRUE.equals(on)) {
                String without = OPTIONS.getOrDefault(option, "");
                fault(role(), "may too much: " + without.substring(2), alter(role, without));
              }
            });
  }

  /** The owner, superusers, and those predefined roles that do more than watch. */
  private void memberships() {
    String sql =
        """
        select rolname from pg_roles
        where rolname <> current_user and pg_has_role(current_user, oid, 'member')
          and (rolname = ? or rolsuper or (rolname like 'pg\\_%' and rolname not in
            ('pg_monitor', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables',
             'pg_use_reserved_connections', 'pg_database_owner')))
        order by 1
        """;
    for (String other : database.sql(sql).param(owner).query(String.class).list()) {
      fault(role(), "belongs to " + other, "revoke " + other + " from " + app);
    }
  }

  private void belongings() {
    String sql =
        """
        select 'table ' || relname from pg_class
          where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'S', 'p')
            and relowner = current_user::regrole
        union all select 'routine ' || oid::regprocedure::text from pg_proc
          where pronamespace = current_schema()::regnamespace and proowner = current_user::regrole
        union all select 'schema ' || nspname from pg_namespace
          where nspname = current_schema() and nspowner = current_user::regrole
        union all select 'database ' || datname from pg_database
          where datname = current_database() and datdba = current_user::regrole
        order by 1
        """;
    for (String thing : database.sql(sql).query(String.class).list()) {
      fault(role(), "owns the " + thing, "alter " + thing + " owner to " + owner);
    }
  }

  private void rights() {
    for (String table : KEPT) {
      for (String right : List.of("update", "delete", "truncate")) {
        if (yes("select has_table_privilege(?, ?)", table, right)
            || (right.equals("update")
                && yes("select has_any_column_privilege(?, ?)", table, right))) {
          String write = "revoke %s on %s from %s, public".formatted(right, table, app);
          fault(role(), "may " + right + " " + table, write);
        }
      }
    }
    if (yes("select has_schema_privilege(current_schema(), 'create')")) {
      String write = "revoke create on schema %s from %s, public";
      fault(role(), "may make tables", write.formatted(text("select current_schema()"), app));
    }
    if (yes("select has_database_privilege(current_database(), 'create')")) {
      String write = "revoke create on database %s from %s, public";
      fault(role(), "may make schemas", write.formatted(text("select current_database()"), app));
    }
  }

  /** A receipt is given after the commit; a power cut must not take back what was promised. */
  private void durability() {
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      if (text("select current_setting(?)", setting).equals("off")) {
        String wrong = "a power cut takes back what was receipted: " + setting + " is off";
        String write =
            setting.equals("synchronous_commit")
                ? "alter role " + app + " set synchronous_commit = on"
                : "alter system set " + setting + " = on; select pg_reload_conf()";
        fault("database", wrong, write);
      }
    }
  }

  private String role() {
    return "role " + app;
  }

  private static String alter(String role, String option) {
    return "alter role " + role + " " + option;
  }

  private void fault(String where, String wrong, String sql) {
    faults.add(new Fault(where, 0, wrong, sql + ";"));
  }

  private boolean yes(String sql, Object... parameters) {
    return database.sql(sql).params(parameters).query(Boolean.class).optional().orElse(false);
  }

  private String text(String sql, Object... parameters) {
    return database.sql(sql).params(parameters).query(String.class).single();
  }
}
