package vn.kt1.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The database that a gateway under measure writes to, and beside its tables bare ones: the same
 * columns, no index but the key, no check, no trigger.
 */
final class Database {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final String url;
  private final String user;
  private final String password;

  /**
   * @param environment of the gateway: GATEWAY_DB_URL and the owner's login
   */
  Database(Map<String, String> environment) {
    this.url = environment.get("GATEWAY_DB_URL");
    this.user = environment.get("GATEWAY_DB_OWNER_USER");
    this.password = environment.get("GATEWAY_DB_OWNER_PASSWORD");
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  void execute(String statements) {
    try (Connection owner = DriverManager.getConnection(url, user, password);
        Statement statement = owner.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String one(String query) {
    try (Connection owner = DriverManager.getConnection(url, user, password);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The process of the server; -1 where it runs on another machine. */
  long server() {
    try (Connection owner = DriverManager.getConnection(url, user, password);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1))
          .flatMap(ProcessHandle::parent)
          .filter(server -> server.info().command().orElse("").contains("postgres"))
          .map(ProcessHandle::pid)
          .orElse(-1L);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void createBareTables() {
    execute(
        """
        drop schema if exists bare cascade;
        create schema bare;
        create table bare.hand_off (like public.hand_off including identity);
        alter table bare.hand_off add primary key (hand_off_key),
          add unique (partner, hand_off_id);
        create table bare.shipment (like public.shipment);
        alter table bare.shipment add primary key (shipment_id);
        create table bare.event (like public.event including identity);
        alter table bare.event add primary key (shipment_id, event_id);
        create table bare.evidence (like public.evidence including identity);
        alter table bare.evidence add primary key (seq);
        """);
  }

  /**
   * What the gateway has written for its newest hand-off, as four statements in one transaction for
   * pgbench; only the keys differ.
   *
   * @param envelopes of the hand-off
   */
  String transaction(int envelopes) {
    String every = "generate_series(1, " + envelopes + ") g";
    return String.join(
        ";\n",
        "\\set n random(1, 9000000000000000)\nbegin",
        insert("hand_off", "hand_off_key", "hand_off_id", Map.of("hand_off_id", "'B-' || :n"), ""),
        insert("shipment", "", "shipment_id", shipmentKeys(), every),
        insert(
            "event",
            "recorded_no",
            "raw_code = 'REGISTERED' desc, recorded_no",
            eventKeys(),
            every),
        insert(
            "evidence", "seq", "act = 'hand-off' desc, seq", Map.of("subject", "'B-' || :n"), ""),
        "end;\n");
  }

  private static Map<String, String> shipmentKeys() {
    return Map.of("shipment_id", "'S' || :n || '-' || g", "envelope_id", "'B-' || :n || '-' || g");
  }

  private static Map<String, String> eventKeys() {
    return Map.of("shipment_id", "'S' || :n || '-' || g", "event_id", "gen_random_uuid()");
  }

  /** An insert of the newest fitting row's values, but for one column and the given keys. */
  private String insert(
      String table, String without, String newestBy, Map<String, String> keys, String from) {
    StringBuilder value = new StringBuilder("case key");
    keys.forEach((column, key) -> value.append(" when '" + column + "' then " + literal(key)));
    value.append(" else quote_nullable(value) end");
    return one(
        """
        select format('insert into bare.%1$s (%%s) select %%s %3$s', string_agg(key, ', '),
          string_agg(%4$s, ', '))
        from jsonb_each_text((select to_jsonb(r) from public.%1$s r order by %5$s desc limit 1))
        where key <> '%2$s'
        """
            .formatted(table, without, from.isEmpty() ? "" : "from " + from, value, newestBy));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Transactions a second of that script by so many clients of pgbench. */
  double pgbench(String script, int clients, int seconds) throws IOException, InterruptedException {
    Path file = Files.writeString(Files.createTempFile("pgbench", ".sql"), script);
    String plain = url.replaceFirst("^jdbc:", "").replaceAll("\\?.*", "");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-f",
                file.toString(),
                "-c",
                "" + clients,
                "-j",
                "" + Math.min(2, clients),
                "-T",
                "" + seconds,
                plain));
    builder.environment().put("PGUSER", user);
    builder.environment().put("PGPASSWORD", password);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    Files.delete(file);
    var rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
