package vn.kt1.gateway.startup;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * SECURITY: what the running gateway may do in the database. The rights are what keeps evidence
 * from being changed by a gateway that somebody has taken over.
 */
final class DatabaseRole {

  /** A right to change one column counts as well. A superuser has all rights, granted or not. */
  private static final String RIGHTS =
      """
      select 'may too much: ' || right_, 'alter role ' || current_user || ' no' || right_
      from pg_roles, lateral (values ('superuser', rolsuper), ('createdb', rolcreatedb),
        ('createrole', rolcreaterole), ('replication', rolreplication),
        ('bypassrls', rolbypassrls)) as option (right_, granted)
      where rolname = current_user and granted
      union all
      select 'may ' || right_ || ' ' || kept,
        format('revoke %s on %s from %s, public', right_, kept, current_user)
      from unnest(array['evidence', 'report_version']) as kept,
        unnest(array['update', 'delete', 'truncate']) as right_
      where not (select rolsuper from pg_roles where rolname = current_user)
        and (has_table_privilege(kept, right_)
          or right_ = 'update' and has_any_column_privilege(kept, right_))
      union all
      select 'may make ' || made, format('revoke create on %s from %s, public', place, current_user)
      from (values
        ('tables', 'schema ' || current_schema(),
          has_schema_privilege(current_schema(), 'create')),
        ('schemas', 'database ' || current_database(),
          has_database_privilege(current_database(), 'create'))) as right_ (made, place, granted)
      where granted and not (select rolsuper from pg_roles where rolname = current_user)
      """;

  /** The owner, superusers, and those predefined roles that do more than watch. */
  private static final String MEMBERSHIPS =
      """
      select 'belongs to ' || rolname, 'revoke ' || rolname || ' from ' || current_user
      from pg_roles
      where not (select rolsuper from pg_roles where rolname = current_user)
        and rolname <> current_user and pg_has_role(current_user, oid, 'member')
        and (rolname = :owner or rolsuper or (rolname like 'pg\\_%' and rolname not in
          ('pg_monitor', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables',
           'pg_use_reserved_connections', 'pg_database_owner')))
      order by 1
      """;

  private static final String BELONGINGS =
      """
      select 'owns the ' || thing, 'alter ' || thing || ' owner to ' || :owner
      from (
        select 'table ' || relname from pg_class
          where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'S', 'p')
            and relowner = current_user::regrole
        union all select 'routine ' || oid::regprocedure::text from pg_proc
          where pronamespace = current_schema()::regnamespace and proowner = current_user::regrole
        union all select 'schema ' || nspname from pg_namespace
          where nspname = current_schema() and nspowner = current_user::regrole
        union all select 'database ' || datname from pg_database
          where datname = current_database() and datdba = current_user::regrole
      ) as owned (thing)
      order by 1
      """;

  private static final String OWNER =
      """
      select 'the owner of the tables is a superuser', 'alter role ' || rolname || ' nosuperuser'
      from pg_roles where rolname = :owner and rolsuper
      """;

  /** A receipt is given after the commit; a power cut must not take back what was promised. */
  private static final String DURABILITY =
      """
      select 'a power cut takes back what was receipted: ' || name || ' is off',
        case name when 'synchronous_commit'
          then 'alter role ' || current_user || ' set synchronous_commit = on'
          else 'alter system set ' || name || ' = on; select pg_reload_conf()' end
      from unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) as name
      where current_setting(name) = 'off'
      """;

  private final JdbcClient database;
  private final String owner;

  /**
   * @param database as the application's role
   * @param owner the role of the migrations
   */
  DatabaseRole(JdbcClient database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  List<Fault> faults() {
    String app = database.sql("select current_user").query(String.class).single();
    return Stream.of(
            faults("role " + app, RIGHTS),
            faults("role " + app, MEMBERSHIPS),
            faults("role " + app, BELONGINGS),
            faults("role " + owner, OWNER),
            faults("database", DURABILITY))
        .flatMap(List::stream)
        .toList();
  }

  private List<Fault> faults(String where, String sql) {
    return database
        .sql(sql)
        .param("owner", owner)
        .query((row, number) -> new Fault(where, 0, row.getString(1), row.getString(2) + ";"))
        .list();
  }
}
