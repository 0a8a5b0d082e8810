package vn.kt1.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated database of its own on the one PostgreSQL of this JVM. Sessions live in New York, so
 * that nobody relies on the zone of the server.
 */
public final class Database implements AutoCloseable {

  private final String url;
  private final HikariDataSource app;
  private final HikariDataSource owner;

  private Database(String url) {
    this.url = url;
    app = login(url, "kt1_app", Postgres.PASSWORDS.app(), 24);
    owner = login(url, "kt1_owner", Postgres.PASSWORDS.owner(), 2);
  }

  /** A copy of the database that the migrations make from nothing. */
  public static Database fresh() {
    return new Database(Postgres.fresh());
  }

  /** The application's connections. */
  public HikariDataSource dataSource() {
    return app;
  }

  /** As the application. */
  public JdbcClient app() {
    return JdbcClient.create(app);
  }

  /** A connection of the owner's, for transactions of its own. */
  public Connection connection() throws SQLException {
    return owner.getConnection();
  }

  /** As the owner of the tables. */
  public JdbcClient owner() {
    return JdbcClient.create(owner);
  }

  /** The migrations, run as in production: by the owner, for the application's role. */
  public Flyway migrations() {
    return Postgres.migrations(owner);
  }

  /** Empties everything but evidence, which nobody can empty, and what the migrations filled. */
  public void empty() {
    List<String> tables =
        owner()
            .sql(
                """
                select tablename from pg_tables where schemaname = 'public' and tablename not in
                  ('evidence', 'state_move', 'status_code', 'tariff', 'transit_target',
                    'flyway_schema_history')
                """)
            .query(String.class)
            .list();
    owner().sql("truncate " + String.join(", ", tables) + " restart identity cascade").update();
  }

  @Override
  public void close() {
    app.close();
    owner.close();
    Postgres.drop(url);
  }

  private static HikariDataSource login(String url, String user, String password, int most) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setMaximumPoolSize(most);
    source.setMinimumIdle(0);
    source.setConnectionInitSql("set time zone 'America/New_York'");
    source.addDataSourceProperty("logServerErrorDetail", "false");
    return source;
  }
}
