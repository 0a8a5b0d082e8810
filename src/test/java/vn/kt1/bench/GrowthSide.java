package vn.kt1.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Credentials;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.LastingPostgres;
import vn.kt1.testing.Served;
import vn.kt1.testing.Site;

/** The packed jar at work on one of the two ledgers, and what its statements have cost so far. */
final class GrowthSide implements AutoCloseable {

  private static final String OURS =
      " from pg_stat_statements s join pg_roles r on r.oid = s.userid"
          + " where r.rolname = 'kt1_app' and toplevel"
          + " and dbid = (select oid from pg_database where datname = current_database())";

  /** What statements have cost the database: milliseconds, and pages of 8 KiB looked at. */
  record Cost(double millis, long pages, long calls) {
    Cost minus(Cost before) {
      return new Cost(millis - before.millis, pages - before.pages, calls - before.calls);
    }
  }

  private final Connection superuser;
  private final Site site;
  private final Jar gateway;
  final Api partner;
  final Api operator;
  final Api department;
  final Api actuator;

  GrowthSide(LastingPostgres postgres, Served ledger, Path folder) throws Exception {
    this.superuser = postgres.superuser(ledger);
    execute("create extension if not exists pg_stat_statements");
    this.site = Site.on(ledger, Files.createDirectories(folder));
    Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
    this.gateway =
        Jar.start(site, ports, List.of("-XX:TieredStopAtLevel=4", "-Xmx512m")).awaitReady();
    this.partner = gateway.api(Rigs.token(site, "hp-eoffice"));
    String password = password();
    String base = "http://127.0.0.1:" + ports.api() + "/api/v1";
    this.operator = new Api(base, Basic.of("rig-operator", password));
    this.department = new Api(base, Basic.of("rig-department", password));
    this.actuator = gateway.management("rig", password);
  }

  /** One for three logins: each process that makes one takes seconds. */
  private String password() throws IOException, InterruptedException {
    String password = Credentials.freshSecret();
    Rigs.said(Jar.tell(site, password + "\n", "add-user", "rig", "--role", "ADMIN"));
    site.execute(
        """
        update login set must_change = false where name = 'rig';
        delete from login where name in ('rig-operator', 'rig-department');
        insert into login (name, password_hash, role, province, created_at)
        select v.name, l.password_hash, v.role, v.province, now() from login l, (values
          ('rig-operator', 'OPERATOR', null), ('rig-department', 'DEPARTMENT', 'hai-phong'))
          v (name, role, province) where l.name = 'rig'
        """);
    return password;
  }

  Site site() {
    return site;
  }

  /** All statements of the gateway so far. */
  Cost cost() throws SQLException {
    return costs("'all'").getOrDefault("all", new Cost(0, 0, 0));
  }

  /** Each statement by its text. */
  Map<String, Cost> statements() throws SQLException {
    return costs("query");
  }

  private Map<String, Cost> costs(String by) throws SQLException {
    Map<String, Cost> costs = new LinkedHashMap<>();
    try (Statement statement = superuser.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select "
                    + by
                    + ", sum(total_exec_time), sum(shared_blks_hit + shared_blks_read), sum(calls)"
                    + OURS
                    + " group by 1")) {
      while (row.next()) {
        costs.put(row.getString(1), new Cost(row.getDouble(2), row.getLong(3), row.getLong(4)));
      }
    }
    return costs;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    gateway.close();
    site.close();
    superuser.close();
  }
}
