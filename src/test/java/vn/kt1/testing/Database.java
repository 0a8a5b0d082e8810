package vn.kt1.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.sandbox.EmbeddedDatabase;
import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

/**
 * A migrated database of its own on the one PostgreSQL of this JVM. Sessions live in New York, so
 * that nobody relies on the zone of the server.
 */
public final class Database implements AutoCloseable {

  private static final Passwords PASSWORDS = new Passwords("super", "owner", "app");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final HikariDataSource app;
  private final HikariDataSource owner;

  private Database(String url) {
    app = login(url, "kt1_app", PASSWORDS.app(), 24);
    owner = login(url, "kt1_owner", PASSWORDS.owner(), 2);
  }

  /** A copy of the database that the migrations make from nothing. */
  public static Database fresh() {
    String name = "kt1_" + NUMBER.incrementAndGet();
    Server.run("create database " + name + " template kt1 owner kt1_owner");
    return new Database(Server.URL.replaceFirst("/kt1\\b", "/" + name));
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
    return migrations(owner);
  }

  /** Empties everything but evidence, which nobody can empty, and what the migrations filled. */
  public void empty() {
    List<String> tables =
        owner()
            .sql(
                """
                select tablename from pg_tables where schemaname = 'public' and tablename not in
                  ('evidence', 'state_move', 'status_code', 'flyway_schema_history')
                """)
            .query(String.class)
            .list();
    owner().sql("truncate " + String.join(", ", tables) + " restart identity cascade").update();
  }

  @Override
  public void close() {
    app.close();
    owner.close();
  }

  private static Flyway migrations(HikariDataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .placeholders(Map.of("app", "kt1_app"))
        .load();
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

  /** Started at the first use, stopped with the JVM. */
  private static final class Server {
    private static final String URL = start();

    private static String start() {
      try {
        Path folder = Files.createTempDirectory("kt1-database-");
        EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"), 0, PASSWORDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        try (HikariDataSource owner = login(server.jdbcUrl(), "kt1_owner", PASSWORDS.owner(), 2)) {
          migrations(owner).migrate();
        }
        return server.jdbcUrl();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("the database could not be prepared", e);
      }
    }

    private static void stop(EmbeddedDatabase server, Path folder) {
      try {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      } catch (IOException e) {
        System.err.println("the test database did not stop cleanly: " + e.getMessage());
      }
    }

    private static void run(String sql) {
      String server = URL.replaceFirst("/kt1\\b", "/postgres");
      try (Connection connection =
              DriverManager.getConnection(server, "postgres", PASSWORDS.superuser());
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("the database could not be copied", e);
      }
    }
  }
}
