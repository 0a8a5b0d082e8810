package vn.kt1.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.EmbeddedDatabase;
import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

/**
 * A PostgreSQL in a folder that outlives the process, for a rig whose ledger takes minutes to fill.
 * It counts what each statement costs ({@code pg_stat_statements}).
 */
public final class LastingPostgres implements AutoCloseable {

  private final Passwords passwords;
  private final EmbeddedDatabase server;

  private LastingPostgres(Path folder, Passwords passwords) throws IOException, SQLException {
    this.passwords = passwords;
    Path files = folder.resolve("postgres");
    EmbeddedDatabase first = EmbeddedDatabase.start(files, 0, passwords);
    if (!counts(first)) {
      int port = first.port();
      first.close();
      first = EmbeddedDatabase.start(files, port, passwords);
    }
    this.server = first;
  }

  public static LastingPostgres in(Path folder) throws IOException, SQLException {
    return new LastingPostgres(folder, passwords(Files.createDirectories(folder)));
  }

  private static Passwords passwords(Path folder) throws IOException {
    Path file = folder.resolve("passwords.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        kept.load(in);
      }
    } else {
      for (String role : new String[] {"superuser", "owner", "app"}) {
        kept.setProperty(role, Credentials.freshSecret());
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        kept.store(out, null);
      }
    }
    return new Passwords(
        kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("app"));
  }

  /** False when it will only after a restart. */
  private boolean counts(EmbeddedDatabase started) throws SQLException {
    try (Connection connection = superuser(started.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show shared_preload_libraries")) {
      row.next();
      if (row.getString(1).contains("pg_stat_statements")) {
        return true;
      }
      statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
      statement.execute("alter system set shared_buffers = '512MB'");
      statement.execute("alter system set max_wal_size = '4GB'");
      return false;
    }
  }

  /** Whether there is a database of that name. */
  public boolean has(String name) throws SQLException {
    try (Connection connection = superuser();
        var ask = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      ask.setString(1, name);
      return ask.executeQuery().next();
    }
  }

  /** A new database with the schema of this checkout. */
  public Served create(String name) throws SQLException {
    execute("drop database if exists " + name + " with (force)");
    execute("create database " + name + " template kt1 owner kt1_owner");
    Served made = served(name);
    try (HikariDataSource owner = owner(made.url())) {
      Postgres.migrations(owner).migrate();
    }
    return made;
  }

  /** When it is filled, it gets the name under which it is found again. */
  public Served rename(String name, String to) throws SQLException {
    execute("alter database " + name + " rename to " + to);
    return served(to);
  }

  public Served served(String name) {
    return new Served(url(name), passwords, true);
  }

  /** What tells one schema from another. */
  public int schema() {
    try (HikariDataSource owner = owner(server.jdbcUrl())) {
      return Arrays.stream(Postgres.migrations(owner).info().all())
          .map(MigrationInfo::getChecksum)
          .map(String::valueOf)
          .collect(Collectors.joining())
          .hashCode();
    }
  }

  public Connection superuser(Served database) throws SQLException {
    return superuser(database.url());
  }

  private Connection superuser() throws SQLException {
    return superuser(url("postgres"));
  }

  private Connection superuser(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", passwords.superuser());
  }

  private String url(String name) {
    return server.jdbcUrl().replaceFirst("/kt1\\b", "/" + name);
  }

  private HikariDataSource owner(String url) {
    HikariDataSource owner = new HikariDataSource();
    owner.setJdbcUrl(url);
    owner.setUsername("kt1_owner");
    owner.setPassword(passwords.owner());
    return owner;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
