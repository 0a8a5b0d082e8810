package vn.kt1.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.EmbeddedDatabase;
import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

/**
 * The one PostgreSQL of this JVM, started at the first use and ended with it. Each database on it
 * is a copy of the one that the migrations made, so that nobody waits for initdb or migrations.
 */
final class Postgres {

  static final Passwords PASSWORDS =
      new Passwords(
          Credentials.freshSecret(), Credentials.freshSecret(), Credentials.freshSecret());

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path FOLDER = folder();
  private static EmbeddedDatabase server = started();

  static {
    migrate();
  }

  private Postgres() {}

  /** The address of a new database. */
  static synchronized String fresh() {
    String name = "kt1_" + NUMBER.incrementAndGet();
    run("create database " + name + " template kt1 owner kt1_owner");
    return server.jdbcUrl().replaceFirst("/kt1\\b", "/" + name);
  }

  /** Ends a database of {@link #fresh()}, whoever is still connected; twice is once. */
  static synchronized void drop(String url) {
    run("drop database if exists " + url.replaceFirst(".*/", "") + " with (force)");
  }

  /** Where the server keeps its files. */
  static Path files() {
    return FOLDER.resolve("postgres");
  }

  static synchronized void stop() throws IOException {
    server.close();
  }

  /** On the same port and with the same data. */
  static synchronized void start() throws IOException, SQLException {
    server = EmbeddedDatabase.start(files(), server.port(), PASSWORDS);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("kt1-database-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase started() {
    try {
      Started.note("postgres");
      EmbeddedDatabase started = EmbeddedDatabase.start(files(), 0, PASSWORDS);
      Fork.closeAtTheEnd(Postgres::end);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be started", e);
    }
  }

  private static void migrate() {
    try (HikariDataSource owner = new HikariDataSource()) {
      owner.setJdbcUrl(server.jdbcUrl());
      owner.setUsername("kt1_owner");
      owner.setPassword(PASSWORDS.owner());
      migrations(owner).migrate();
    }
  }

  /** The migrations, run as in production: by the owner, for the application's role. */
  static Flyway migrations(HikariDataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .placeholders(Map.of("app", "kt1_app"))
        .load();
  }

  private static void end() throws IOException {
    stop();
    Folders.delete(FOLDER);
  }

  private static void run(String sql) {
    String url = server.jdbcUrl().replaceFirst("/kt1\\b", "/postgres");
    try (Connection connection =
            DriverManager.getConnection(url, "postgres", PASSWORDS.superuser());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("refused by the database: " + sql, e);
    }
  }
}
