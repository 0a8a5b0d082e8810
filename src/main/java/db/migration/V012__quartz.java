package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the tables of Quartz's clustered store by the script of Quartz's own jar, so that they are
 * those of the release in use; nothing of it is copied here.
 */
public class V012__quartz extends BaseJavaMigration {

  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  @Override
  public void migrate(Context context) throws SQLException, IOException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : creating(script())) {
        statement.execute(sql);
      }
      String app = context.getConfiguration().getPlaceholders().get("app");
      for (String table : tables(statement)) {
        statement.execute(
            "grant select, insert, update, delete on %s to \"%s\"".formatted(table, app));
      }
    }
  }

  /** Only what creates: a migration drops nothing, and its transaction is Flyway's. */
  private static List<String> creating(String script) {
    String bare =
        script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    List<String> found = new ArrayList<>();
    for (String sql : bare.split(";", -1)) {
      if (sql.strip().toUpperCase(Locale.ROOT).startsWith("CREATE ")) {
        found.add(sql);
      }
    }
    return found;
  }

  private static String script() throws IOException {
    try (InputStream script = org.quartz.Scheduler.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IOException("Quartz's jar has no " + SCRIPT);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select tablename from pg_tables
            where schemaname = current_schema() and tablename like 'qrtz\\_%'
            """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
